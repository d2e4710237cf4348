import { isWaypostError, WaypostError } from '@waypost/sdk/contract'

/** More than any valid body: 10,000 characters of four bytes, escaped, and the fields around them. */
const MOST = 256 * 1024
/** A larger body is read on without keeping, so that the answer reaches a client that still sends. */
const READ_ON = 32 * 1024 * 1024

/** The JSON body of a request. Bytes are counted as they come, whatever the headers promise. */
export async function readJson(request: Request): Promise<unknown> {
  refuseOtherTypes(request)
  const bytes = await readBytes(request).catch((cause: unknown) => {
    if (isWaypostError(cause)) throw cause
    // The caller hung up in the middle: nobody reads this answer, and nothing failed here.
    throw new WaypostError('malformed_request', { cause })
  })
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new WaypostError('malformed_json', { detail: 'The body is not UTF-8.', cause })
  }
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new WaypostError('malformed_json', { cause })
  }
}

function refuseOtherTypes(request: Request): void {
  const [type = '', ...parameters] = (request.headers.get('content-type') ?? '').split(';')
  const charset = parameters
    .map((p) => p.trim().toLowerCase())
    .find((p) => p.startsWith('charset='))
  const isJson = type.trim().toLowerCase() === 'application/json'
  const isUtf8 = charset === undefined || /^charset="?utf-?8"?$/.test(charset)
  const encoding = request.headers.get('content-encoding') ?? 'identity'
  if (!isJson || !isUtf8 || encoding !== 'identity') {
    throw new WaypostError('unsupported_media_type')
  }
}

async function readBytes(request: Request): Promise<Uint8Array> {
  const promised = Number(request.headers.get('content-length') ?? Number.NaN)
  // Node holds a sender to its Content-Length, so a small promise needs no counting.
  if (promised <= MOST && !request.headers.has('transfer-encoding')) {
    return new Uint8Array(await request.arrayBuffer())
  }
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.length
    if (length <= MOST) chunks.push(chunk)
    else chunks.length = 0
    if (length > READ_ON) break
  }
  if (length > MOST) throw new WaypostError('payload_too_large')
  return Buffer.concat(chunks)
}
