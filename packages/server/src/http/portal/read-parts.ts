import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy, type BusboyFileStream } from '@fastify/busboy'
import { isWaypostError, WaypostError } from '@waypost/sdk/contract'

/** A file of a form, as its bytes come. */
export interface PostedFile {
  /** Of the control in which it was chosen. */
  readonly field: string
  readonly name: string
  readonly bytes: AsyncIterable<Uint8Array>
}

/** Puts a file somewhere, and says what stands in the form for it; nothing where it was left out. */
export type TakeFile = (file: PostedFile, fields: URLSearchParams) => Promise<string | undefined>

export interface PartLimits {
  /** Bytes of all that was typed. */
  readonly words: number
  /** Bytes of the whole body; more is read on for a while without being kept. */
  readonly body: number
}

const READ_ON = 32 * 1024 * 1024
const MOST_FILES = 20

/** A form with files in it: each is handed on while it comes, and is never whole in memory. */
export async function readParts(
  request: Request,
  { words, body }: PartLimits,
  take: TakeFile,
): Promise<URLSearchParams> {
  const fields = new URLSearchParams()
  const taken: Promise<void>[] = []
  let typed = 0
  let current: BusboyFileStream | undefined
  const parser = parserOf(request, words)
  parser.on('field', (name, value, _isNameCut, isCut) => {
    typed += isCut ? Number.POSITIVE_INFINITY : Buffer.byteLength(value)
    if (typed <= words) fields.append(name, value)
  })
  parser.on('file', (field, stream, said) => {
    current = stream
    // One that nobody reads any more may still end badly, and nobody else would listen.
    stream.on('error', () => {})
    // A control in which nothing was chosen sends a file without a name.
    const name = (said as string | undefined) ?? ''
    if (name === '') stream.resume()
    // Who leaves a file half read must not end the stream: the parser waits for all of it to flow.
    else taken.push(handOn({ field, name, bytes: bytesOf(stream) }, stream))
  })
  try {
    await pipeline(counted(request, body), parser)
  } catch (cause) {
    current?.destroy(cause as Error)
    await Promise.all(taken)
    // The caller hung up in the middle, or sent something else than it said: nothing failed here.
    throw isWaypostError(cause) ? cause : new WaypostError('malformed_request', { cause })
  }
  await Promise.all(taken)
  if (typed > words) throw new WaypostError('payload_too_large')
  return fields

  async function handOn(file: PostedFile, stream: Readable): Promise<void> {
    const value = await take(file, fields)
    // What nobody wants any more must flow on, or what comes after it never does.
    if (!stream.destroyed) stream.resume()
    if (value !== undefined) fields.append(file.field, value)
  }
}

const bytesOf = (stream: Readable) => stream.iterator({ destroyOnReturn: false })

function parserOf(request: Request, words: number) {
  const headers = { 'content-type': request.headers.get('content-type') ?? '' }
  const limits = { fields: 500, fieldSize: words, files: MOST_FILES, headerPairs: 20 }
  try {
    return new Busboy({ headers, limits })
  } catch (cause) {
    throw new WaypostError('unsupported_media_type', { cause })
  }
}

/** The bytes of a body up to a bound; whoever still sends beyond it gets to read the answer. */
async function* counted(request: Request, most: number): AsyncGenerator<Uint8Array> {
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.length
    if (length <= most) yield chunk
    if (length > most + READ_ON) break
  }
  if (length > most) throw new WaypostError('payload_too_large')
}
