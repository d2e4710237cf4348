import { crc32 } from 'node:zlib'
import type { Change } from '../change.js'

/** One change as it stands in a line. */
export type LineEntry = [table: string, id: string, record: Change['record']]

/**
 * The line that journal and pages are made of: `["<crc32 of the rest>",[[table,id,record|null],…]]`.
 * In a journal one line is one commit; in a page it is one record.
 */
export function encodeLine(changes: readonly string[]): string {
  const body = `[${changes.join(',')}]`
  return `${head(body)}${body}]`
}

/** Throws for what JSON cannot hold. */
export function encodeChange({ table, id, record }: Change): string {
  return `[${JSON.stringify(table)},${JSON.stringify(id)},${JSON.stringify(record)}]`
}

/** The changes of a line, without its newline; throws an `Error` that says what is wrong with it. */
export function decodeLine(bytes: Buffer): Change[] {
  const body = bytes.subarray(BODY, -1)
  if (bytes.at(-1) !== CLOSE || bytes.length <= BODY) throw new Error('it is no line of records')
  if (bytes.toString('latin1', 0, BODY) !== head(body)) {
    throw new Error('its checksum does not match')
  }
  const entries = JSON.parse(body.toString()) as LineEntry[]
  return entries.map(([table, id, record]) => ({ table, id, record }))
}

const CLOSE = ']'.charCodeAt(0)
/** Where the body begins: after `["`, eight digits and `",`. */
const BODY = 12

function head(body: string | Buffer): string {
  return `["${checksum(body)}",`
}

/** CRC-32 of the bytes, of a text those of its UTF-8, as eight digits. */
export function checksum(bytes: string | Buffer): string {
  return crc32(bytes).toString(16).padStart(8, '0')
}
