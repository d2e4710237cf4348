import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const { resolve } = createRequire(import.meta.url)

/** Where the built widget and embed script stand, in a workspace as in an installation. */
export const widgetFolders = [
  join(dirname(resolve('@waypost/widget/package.json')), 'dist'),
  join(dirname(resolve('@waypost/sdk/package.json')), 'dist/script'),
]
