import { WaypostError } from '@waypost/sdk/contract'
import { readBytes } from '../read-bytes.js'

/**
 * Far more than any form can mean, because what is too long comes back with every word kept: 10,000
 * characters take up to 90 kB in a form, and somebody may paste a whole log.
 */
const MOST = 1024 * 1024

const forms = new WeakMap<Request, Promise<URLSearchParams>>()

/** The fields of a posted form. A body can be read once; whoever asks again gets the same fields. */
export function readForm(request: Request): Promise<URLSearchParams> {
  const read = forms.get(request) ?? parse(request)
  forms.set(request, read)
  return read
}

async function parse(request: Request): Promise<URLSearchParams> {
  const [type = ''] = (request.headers.get('content-type') ?? '').split(';')
  const encoding = request.headers.get('content-encoding') ?? 'identity'
  const isForm = type.trim().toLowerCase() === 'application/x-www-form-urlencoded'
  if (!isForm || encoding !== 'identity') throw new WaypostError('unsupported_media_type')
  return new URLSearchParams(new TextDecoder().decode(await readBytes(request, MOST)))
}

/** One field, as it was typed; forms send line breaks as two characters, which nobody typed. */
export function fieldIn(form: URLSearchParams, name: string): string {
  return (form.get(name) ?? '').replace(/\r\n?/g, '\n')
}
