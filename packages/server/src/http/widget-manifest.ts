import { createHash } from 'node:crypto'
import type { WidgetBuild } from './widget-build.js'

/** What a host needs to keep to one build, or to copy it to an address of its own. */
export interface WidgetManifest {
  build: string
  /** By path, below `/assets/<build>/`. */
  files: Readonly<Record<string, ManifestFile>>
}

export interface ManifestFile {
  /** Bytes, plain and in brotli. */
  size: number
  brotli: number
  /** For the `integrity` of a script tag. */
  integrity: string
}

export async function widgetManifest({ id, files }: WidgetBuild): Promise<WidgetManifest> {
  const entries = [...files].map(async ([path, { bytes, encoded }]) => {
    const integrity = `sha384-${createHash('sha384').update(bytes).digest('base64')}`
    const { length: brotli } = await encoded('br')
    return [path, { size: bytes.length, brotli, integrity }] as const
  })
  const sorted = (await Promise.all(entries)).sort(([a], [b]) => (a < b ? -1 : 1))
  return { build: id, files: Object.fromEntries(sorted) }
}
