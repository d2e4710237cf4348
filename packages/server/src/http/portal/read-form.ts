import { WaypostError } from '@waypost/sdk/contract'
import { readBytes } from '../read-bytes.js'
import { readParts, type TakeFile } from './read-parts.js'

/**
 * Far more than any form can mean, because what is too long comes back with every word kept: 10,000
 * characters take up to 90 kB in a form, and somebody may paste a whole log.
 */
const MOST = 1024 * 1024
/** With files; how large each may be is for whoever takes them. */
const MOST_WITH_FILES = 256 * 1024 * 1024

const forms = new WeakMap<Request, Promise<URLSearchParams>>()

/**
 * The fields of a posted form, and what `take` has made of its files. A body can be read once;
 * whoever asks again gets the same.
 */
export function readForm(
  request: Request,
  take: TakeFile = async () => undefined,
): Promise<URLSearchParams> {
  const read = forms.get(request) ?? parse(request, take)
  forms.set(request, read)
  return read
}

async function parse(request: Request, take: TakeFile): Promise<URLSearchParams> {
  const [type = ''] = (request.headers.get('content-type') ?? '').split(';')
  const encoding = request.headers.get('content-encoding') ?? 'identity'
  if (encoding !== 'identity') throw new WaypostError('unsupported_media_type')
  switch (type.trim().toLowerCase()) {
    case 'application/x-www-form-urlencoded':
      return new URLSearchParams(new TextDecoder().decode(await readBytes(request, MOST)))
    case 'multipart/form-data':
      return readParts(request, { words: MOST, body: MOST_WITH_FILES }, take)
    default:
      throw new WaypostError('unsupported_media_type')
  }
}

/** One field, as it was typed; forms send line breaks as two characters, which nobody typed. */
export function fieldIn(form: URLSearchParams, name: string): string {
  return (form.get(name) ?? '').replace(/\r\n?/g, '\n')
}
