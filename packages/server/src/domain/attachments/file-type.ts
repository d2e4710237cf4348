import { type PictureSize, readPictureSize } from '../../foundation/picture-size.js'

export const UNKNOWN_TYPE = 'application/octet-stream'
export const TEXT_TYPE = 'text/plain'

/** Pictures that a page may show. No SVG: that is a document, and can hold a script. */
const SHOWN: readonly string[] = ['image/png', 'image/jpeg', 'image/gif', 'image/webp']

/** More pixels than any camera takes: what is larger would cost a browser its memory. */
const MOST_PIXELS = 50_000_000

/** How a format begins: from which byte on, and with what. */
const SIGNATURES: readonly (readonly [type: string, at: number, bytes: string])[] = [
  ['image/png', 0, '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', 0, '\xff\xd8\xff'],
  ['image/gif', 0, 'GIF87a'],
  ['image/gif', 0, 'GIF89a'],
  ['image/webp', 8, 'WEBP'],
  ['image/avif', 4, 'ftypavif'],
  ['image/heic', 4, 'ftypheic'],
  ['image/heic', 4, 'ftypmif1'],
  ['application/pdf', 0, '%PDF-'],
  ['application/zip', 0, 'PK\x03\x04'],
  ['application/zip', 0, 'PK\x05\x06'],
  ['application/gzip', 0, '\x1f\x8b\x08'],
  ['video/quicktime', 4, 'ftypqt  '],
  ['video/mp4', 4, 'ftyp'],
  ['video/webm', 0, '\x1a\x45\xdf\xa3'],
]

/** The type that the first bytes of a file say, whatever its name and its sender say. */
export function typeOf(head: Buffer): string | undefined {
  const isThere = (at: number, bytes: string) =>
    head.toString('latin1', at, at + bytes.length) === bytes
  const [type] = SIGNATURES.find(([, at, bytes]) => isThere(at, bytes)) ?? []
  return type
}

/** The size of a picture that a page may show; nothing for all else, and for one that is a bomb. */
export function shownSize(type: string, head: Buffer): PictureSize | undefined {
  if (!SHOWN.includes(type)) return undefined
  const size = readPictureSize(head)
  return size && size.width * size.height <= MOST_PIXELS ? size : undefined
}
