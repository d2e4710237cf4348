import { createReadStream } from 'node:fs'
import { readFile, realpath, stat } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { WaypostError } from '@waypost/sdk/contract'
import { errorResponse } from './error-response.js'
import { partOf } from './range.js'

/** Answers for one path inside a folder, and the part of it that a `Range` header asks for. */
export type StaticFiles = (path: string, range?: string | undefined) => Promise<Response>

export interface StaticFilesOptions {
  folder: string
  /** File endings that may leave the folder, each with its type; nothing else exists. */
  types: Readonly<Record<string, string>>
  cacheControl: string
}

/** Files of a folder, by listed type alone, and never one outside it. */
export function createStaticFiles({
  folder,
  types,
  cacheControl,
}: StaticFilesOptions): StaticFiles {
  return async (path, range) => {
    const file = await fileInside(folder, path)
    const type = types[extname(path).toLowerCase()]
    if (file === undefined || type === undefined)
      return errorResponse(new WaypostError('not_found'))
    const headers = {
      'Content-Type': type,
      'Cache-Control': cacheControl,
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Access-Control-Allow-Origin': '*',
      // An SVG that is opened by itself must stay a picture.
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    }
    if (type.startsWith('video/')) return film(file, range, headers)
    return new Response(new Uint8Array(await readFile(file.path)), { headers })
  }
}

interface File {
  readonly path: string
  readonly size: number
}

/** Large, and asked for in parts by whoever goes to another place in it. */
function film({ path, size }: File, range: string | undefined, headers: Record<string, string>) {
  const part = partOf(range, size)
  if (part === 'outside') {
    return new Response(null, { status: 416, headers: { 'Content-Range': `bytes */${size}` } })
  }
  const { first, last } = part ?? { first: 0, last: size - 1 }
  const stream = size === 0 ? null : ReadableStream.from(bytesOf(path, first, last))
  return new Response(stream, {
    status: part ? 206 : 200,
    headers: {
      ...headers,
      'Accept-Ranges': 'bytes',
      'Content-Length': String(last - first + 1),
      ...(part && { 'Content-Range': `bytes ${first}-${last}/${size}` }),
    },
  })
}

/** Opened when somebody begins to read: who asks with HEAD never does. */
async function* bytesOf(path: string, start: number, end: number): AsyncGenerator<Uint8Array> {
  for await (const chunk of createReadStream(path, { start, end })) yield new Uint8Array(chunk)
}

/** The real file, if the path leads to one inside the folder, links and all. */
async function fileInside(folder: string, path: string): Promise<File | undefined> {
  try {
    const relative = decodeURIComponent(path)
    if (relative.includes('\0')) return undefined
    const root = await realpath(folder)
    const file = await realpath(join(root, relative))
    const stats = await stat(file)
    if (!file.startsWith(root + sep) || !stats.isFile()) return undefined
    return { path: file, size: stats.size }
  } catch {
    return undefined
  }
}
