import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from './build.mjs'
import { findPnpm } from './find-pnpm.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Builds what has changed and packs `@waypost/sdk`, `widget` and `server` as they would be published.
 * The tarballs by the names of their packages; throws what the packer said when there are none.
 */
export function pack(folder) {
  if (!build()) throw new Error('The packages could not be built')
  mkdirSync(folder, { recursive: true })
  const { command, args, env } = findPnpm(root)
  const packing = ['--filter=./packages/*', 'pack', '--json', '--pack-destination', folder]
  const { status, stdout, stderr } = spawnSync(command, [...args, ...packing], {
    ...{ cwd: root, env, encoding: 'utf8' },
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error(`${command} pack failed:\n${stdout}${stderr}`)
  const packed = [JSON.parse(stdout)].flat()
  return Object.fromEntries(packed.map(({ name, filename }) => [name, filename]))
}
