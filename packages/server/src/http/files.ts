import { WaypostError } from '@waypost/sdk/contract'
import type { Context } from 'hono'
import type { AttachedFile } from '../domain/attached-file.js'
import type { Attachments } from '../domain/attachments/attachments.js'
import type { FileTokens } from '../domain/secrets.js'
import type { Clock } from '../foundation/clock.js'
import { contentDisposition } from './content-disposition.js'
import { errorResponse } from './error-response.js'
import { type PartOf, partOf } from './range.js'

export interface FilesDeps {
  attachments: Attachments
  fileTokens: FileTokens
  clock: Clock
}

/** Answers a signed address, `/files/<token>`: whoever has it need not say who they are. */
export type Files = (context: Context) => Promise<Response>

/**
 * Files of tickets as they were sent, and inert: whatever is in them, no browser runs it with our
 * rights or shows it as a page. What may be shown is a picture whose size is known.
 */
export function createFiles({ attachments, fileTokens, clock }: FilesDeps): Files {
  return async ({ req }) => {
    const now = clock.now()
    const access = fileTokens.read(req.param('token') ?? '', now)
    const file = access && (await attachments.find(access.attachmentId))
    if (!access || !file) return errorResponse(new WaypostError('not_found'), INERT)

    const etag = `"${file.id}"`
    const left = Math.floor((access.expiresAt.getTime() - now.getTime()) / 1000)
    const headers = {
      ...INERT,
      ...headersOf(file),
      ETag: etag,
      'Cache-Control': `private, max-age=${left}`,
    }
    if (req.header('if-none-match') === etag) return new Response(null, { status: 304, headers })
    const ifRange = req.header('if-range')
    const range = ifRange === undefined || ifRange === etag ? req.header('range') : undefined
    const part = partOf(range, file.size)
    if (part === 'outside') {
      const whole = { ...INERT, 'Content-Range': `bytes */${file.size}` }
      return new Response(null, { status: 416, headers: whole })
    }
    return answer(file, part, headers, req.method === 'HEAD')
  }

  async function answer(
    file: AttachedFile,
    part: PartOf,
    headers: Record<string, string>,
    isHead: boolean,
  ): Promise<Response> {
    const { first, last } = part ?? { first: 0, last: file.size - 1 }
    const length = { 'Content-Length': String(last - first + 1) }
    const extent = part && { 'Content-Range': `bytes ${first}-${last}/${file.size}` }
    const bytes = isHead || file.size === 0 ? [] : await attachments.read(file.id, part)
    if (!bytes) return errorResponse(new WaypostError('not_found'), INERT)
    return new Response(isHead ? null : streamOf(bytes), {
      status: part ? 206 : 200,
      headers: { ...headers, ...length, ...extent },
    })
  }
}

/** Nothing in a file runs, loads or is guessed to be something else, wherever it is opened. */
const INERT = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Robots-Tag': 'noindex',
} as const

function headersOf({ name, type, width }: AttachedFile): Record<string, string> {
  return {
    'Content-Type': type === 'text/plain' ? 'text/plain; charset=utf-8' : type,
    'Content-Disposition': contentDisposition(width === null ? 'attachment' : 'inline', name),
    'Accept-Ranges': 'bytes',
  }
}

/** Gives up the file when the reader leaves. */
function streamOf(bytes: AsyncIterable<Uint8Array> | readonly Uint8Array[]): ReadableStream {
  return ReadableStream.from(bytes)
}
