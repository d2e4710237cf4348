import { readFile, realpath, stat } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { WaypostError } from '@waypost/sdk/contract'
import { errorResponse } from './error-response.js'

/** Answers for one path inside a folder. */
export type StaticFiles = (path: string) => Promise<Response>

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
  return async (path) => {
    const file = await fileInside(folder, path)
    const type = types[extname(path).toLowerCase()]
    if (file === undefined || type === undefined)
      return errorResponse(new WaypostError('not_found'))
    return new Response(new Uint8Array(await readFile(file)), {
      headers: {
        'Content-Type': type,
        'Cache-Control': cacheControl,
        'X-Content-Type-Options': 'nosniff',
        'Cross-Origin-Resource-Policy': 'cross-origin',
        'Access-Control-Allow-Origin': '*',
        // An SVG that is opened by itself must stay a picture.
        'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      },
    })
  }
}

/** The real file, if the path leads to one inside the folder, links and all. */
async function fileInside(folder: string, path: string): Promise<string | undefined> {
  try {
    const relative = decodeURIComponent(path)
    if (relative.includes('\0')) return undefined
    const root = await realpath(folder)
    const file = await realpath(join(root, relative))
    if (!file.startsWith(root + sep) || !(await stat(file)).isFile()) return undefined
    return file
  } catch {
    return undefined
  }
}
