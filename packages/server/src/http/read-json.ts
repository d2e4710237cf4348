import { WaypostError } from '@waypost/sdk/contract'
import { readBytes } from './read-bytes.js'

/** More than most valid bodies: 10,000 characters of four bytes, escaped, and the fields around them. */
const MOST = 256 * 1024

/** The JSON body of a request. Bytes are counted as they come, whatever the headers promise. */
export async function readJson(request: Request, mostBytes = MOST): Promise<unknown> {
  refuseOtherTypes(request)
  const bytes = await readBytes(request, mostBytes)
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
