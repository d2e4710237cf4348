import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { type Encoding, squeeze } from './encoding.js'

/** The built scripts of some folders, as one tree. */
export interface WidgetBuild {
  /** Twelve hexadecimal digits that change when any file does. */
  readonly id: string
  readonly files: ReadonlyMap<string, WidgetFile>
  /** The same files as they stand in their folders, before the id is written into the script. */
  readonly sources: ReadonlyMap<string, Uint8Array>
}

export interface WidgetFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly type: string
  /** Read where the build has prepared it; else made once, which takes a tenth of a second. */
  encoded(encoding: Encoding): Promise<Uint8Array<ArrayBuffer>>
}

/** What a build is described by, beside its files. */
export const MANIFEST = 'manifest.json'

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
}
/** Where the embed script says which build it belongs to. */
const PLACEHOLDER = '__WAYPOST_BUILD__'

/** Reads what has been built. Compressed files beside it count if its manifest is of this build. */
export function readWidgetBuild(folders: readonly string[]): WidgetBuild {
  const paths = new Map(folders.flatMap((folder) => [...scriptsIn(folder)]))
  const sources = new Map(
    [...paths].map(([path, file]) => [path, new Uint8Array(readFileSync(file))]),
  )
  const id = idOf(sources)
  const isPrepared = folders.some((folder) => preparedId(folder) === id)
  const files = [...sources].map(([path, source]): [string, WidgetFile] => {
    const bytes = path === 'waypost.js' ? withId(source, id) : source
    const type = TYPES[extname(path)] as string
    return [
      path,
      { bytes, type, encoded: encodings(bytes, isPrepared ? paths.get(path) : undefined) },
    ]
  })
  return { id, files: new Map(files), sources }
}

function encodings(bytes: Uint8Array<ArrayBuffer>, file?: string): WidgetFile['encoded'] {
  // Read now: somebody may build anew while we serve this.
  const made = { br: prepared('br', file), gzip: prepared('gzip', file) }
  const make = async (encoding: Encoding) => new Uint8Array(await squeeze(bytes, encoding))
  return (encoding) => (made[encoding] ??= make(encoding))
}

function prepared(encoding: Encoding, file: string | undefined) {
  const beside = `${file}.${ENDINGS[encoding]}`
  if (!file || !existsSync(beside)) return undefined
  return Promise.resolve(new Uint8Array(readFileSync(beside)))
}

/** How a compressed file ends that stands beside the plain one. */
export const ENDINGS: Readonly<Record<Encoding, string>> = { br: 'br', gzip: 'gz' }

function preparedId(folder: string): string | undefined {
  const file = join(folder, MANIFEST)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).build : undefined
}

function* scriptsIn(folder: string): Generator<[string, string]> {
  if (!existsSync(folder)) return
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !(extname(entry.name) in TYPES)) continue
    const file = join(entry.parentPath, entry.name)
    yield [relative(folder, file).split(sep).join('/'), file]
  }
}

function idOf(sources: ReadonlyMap<string, Uint8Array>): string {
  const hash = createHash('sha256')
  for (const [path, bytes] of [...sources].sort(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(path).update('\0').update(bytes)
  }
  return hash.digest('hex').slice(0, 12)
}

function withId(script: Uint8Array, id: string): Uint8Array<ArrayBuffer> {
  const text = new TextDecoder().decode(script).replaceAll(PLACEHOLDER, id)
  return new TextEncoder().encode(text)
}
