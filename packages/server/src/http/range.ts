import type { ByteRange } from '../domain/attachments/file-store.js'

/** Nothing where the whole is meant. */
export type PartOf = ByteRange | undefined

/**
 * The part of a file that a `Range` header asks for (RFC 9110, 14.2). Several parts at once, and what
 * cannot be read, count as the whole; `outside` is a part that the file does not have.
 */
export function partOf(header: string | undefined, size: number): PartOf | 'outside' {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/i.exec(header ?? '') ?? []
  if (from === '' && to === '') return undefined
  if (from === '') {
    const length = Math.min(Number(to), size)
    return length === 0 ? 'outside' : { first: size - length, last: size - 1 }
  }
  const first = Number(from)
  const last = to === '' ? size - 1 : Math.min(Number(to), size - 1)
  if (to !== '' && Number(to) < first) return undefined
  return first >= size ? 'outside' : { first, last }
}
