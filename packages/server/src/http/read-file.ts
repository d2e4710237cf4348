import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { Busboy, type BusboyFileStream } from '@fastify/busboy'
import { isWaypostError, WaypostError } from '@waypost/sdk/contract'

/** A body that is not wanted is read on without keeping, so that the answer reaches who still sends. */
const READ_ON = 32 * 1024 * 1024

const FIELD = 'file'

type Parser = InstanceType<typeof Busboy>

/** A file in the body of a request, as its bytes come. */
export interface UploadedFile {
  readonly name: string
  readonly bytes: AsyncIterable<Uint8Array>
}

/**
 * Hands the one file of a `multipart/form-data` body to `use` while it still comes, and resolves to
 * what that does. What else is in the body is not kept.
 */
export async function readFile<T>(
  request: Request,
  use: (file: UploadedFile) => Promise<T>,
): Promise<T> {
  const parser = parserOf(request)
  const unwanted = new AbortController()
  const fed = feed(request, parser, unwanted.signal)
  try {
    return await use(await fileIn(parser, fed))
  } finally {
    unwanted.abort()
    await fed.catch(() => {})
  }
}

/** Milliseconds for which a caller may go on sending what nobody wants. */
const PATIENCE = 30_000

/**
 * Reads a body that nobody wants, to a bound in bytes and in time: an answer that comes while the caller still sends is
 * lost where the connection is then reset.
 */
export async function readOn(request: Request): Promise<void> {
  if (request.bodyUsed || !request.body) return
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<void>((done) => {
    timer = setTimeout(done, PATIENCE)
  })
  await Promise.race([readAway(request.body), late]).finally(() => clearTimeout(timer))
}

async function readAway(body: AsyncIterable<Uint8Array>): Promise<void> {
  let left = READ_ON
  for await (const chunk of body) {
    left -= chunk.length
    if (left < 0) return
  }
}

function parserOf(request: Request): Parser {
  const type = request.headers.get('content-type') ?? ''
  const encoding = request.headers.get('content-encoding') ?? 'identity'
  if (!/^multipart\/form-data *;/i.test(type) || encoding !== 'identity') {
    throw new WaypostError('unsupported_media_type')
  }
  const limits = { files: 1, parts: 10, fields: 10, fieldSize: 1024, headerPairs: 20 }
  try {
    return new Busboy({ headers: { 'content-type': type }, limits })
  } catch (cause) {
    throw new WaypostError('unsupported_media_type', { cause })
  }
}

/** Resolves to the file as soon as it begins; throws where there is none. */
function fileIn(parser: Parser, fed: Promise<void>): Promise<UploadedFile> {
  return new Promise((resolve, reject) => {
    let stream: BusboyFileStream | undefined
    const fail = (cause: unknown) => {
      stream?.destroy(cause as Error)
      reject(malformed(cause))
    }
    parser.on('file', (field, part, name) => {
      // One that nobody reads, or reads any more, may still end badly: that would end the process.
      part.on('error', () => {})
      if (field !== FIELD) {
        part.resume()
        return
      }
      stream = part
      resolve({ name: nameOf(name), bytes: bytesOf(part) })
    })
    parser.on('finish', () => {
      reject(new WaypostError('invalid_input', { errors: [{ path: FIELD, code: 'required' }] }))
    })
    parser.on('error', fail)
    fed.catch(fail)
  })
}

/** Browsers write three signs otherwise (https://html.spec.whatwg.org/#multipart-form-data). */
function nameOf(said: string | undefined): string {
  return (said ?? '').replace(/%22|%0[AD]/g, decodeURIComponent)
}

async function* bytesOf(stream: Readable): AsyncGenerator<Uint8Array> {
  try {
    yield* stream
  } catch (cause) {
    throw malformed(cause)
  }
}

/** Gives the body to the parser as fast as that takes it, until the rest is not wanted any more. */
async function feed(request: Request, parser: Parser, unwanted: AbortSignal): Promise<void> {
  let left = READ_ON
  for await (const chunk of request.body ?? []) {
    if (unwanted.aborted) left -= chunk.length
    else if (!parser.write(chunk)) await once(parser, 'drain', { signal: unwanted }).catch(isAbort)
    if (left < 0) return
  }
  if (!unwanted.aborted) parser.end()
}

function isAbort(error: unknown): void {
  if ((error as Error).name !== 'AbortError') throw error
}

/** Nothing failed here: the caller hung up, or has sent something else than it said. */
function malformed(cause: unknown): WaypostError {
  return isWaypostError(cause) ? cause : new WaypostError('malformed_request', { cause })
}
