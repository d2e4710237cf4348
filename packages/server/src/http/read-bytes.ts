import { isWaypostError, WaypostError } from '@waypost/sdk/contract'

/** A larger body is read on without keeping, so that the answer reaches a client that still sends. */
const READ_ON = 32 * 1024 * 1024

/** The body of a request, of at most so many bytes: they are counted as they come. */
export async function readBytes(request: Request, most: number): Promise<Uint8Array> {
  try {
    return await read(request, most)
  } catch (cause) {
    if (isWaypostError(cause)) throw cause
    // The caller hung up in the middle: nobody reads this answer, and nothing failed here.
    throw new WaypostError('malformed_request', { cause })
  }
}

async function read(request: Request, most: number): Promise<Uint8Array> {
  const promised = Number(request.headers.get('content-length') ?? Number.NaN)
  // Node holds a sender to its Content-Length, so a small promise needs no counting.
  if (promised <= most && !request.headers.has('transfer-encoding')) {
    return new Uint8Array(await request.arrayBuffer())
  }
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.length
    if (length <= most) chunks.push(chunk)
    else chunks.length = 0
    if (length > READ_ON) break
  }
  if (length > most) throw new WaypostError('payload_too_large')
  return Buffer.concat(chunks)
}
