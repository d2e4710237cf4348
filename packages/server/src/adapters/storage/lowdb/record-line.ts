import { crc32 } from 'node:zlib'
import type { Change } from '../change.js'

/**
 * The line that journal and pages are made of: `["<crc32 of the rest>",[[table,id,record|null],…]]`.
 * In a journal one line is one commit; in a page it is one record.
 */
export function encodeLine(changes: readonly string[]): string {
  const body = `[${changes.join(',')}]`
  return `["${checksum(body)}",${body}]`
}

/** One change as it stands in a line. Throws for what JSON cannot hold. */
export function encodeChange({ table, id, record }: Change): string {
  return `[${JSON.stringify(table)},${JSON.stringify(id)},${JSON.stringify(record)}]`
}

/** The changes of a line, without its newline; throws an `Error` that says what is wrong with it. */
export function decodeLine(bytes: Buffer): Change[] {
  const isLine = bytes[0] === OPEN && bytes[1] === QUOTE && bytes[BODY - 2] === QUOTE
  if (!isLine || bytes.at(-1) !== CLOSE) throw new Error('it is not a line of records')
  const body = bytes.subarray(BODY, -1)
  if (bytes.toString('latin1', 2, BODY - 2) !== checksum(body)) {
    throw new Error('its checksum does not match')
  }
  const entries = JSON.parse(body.toString()) as [string, string, Change['record']][]
  return entries.map(([table, id, record]) => ({ table, id, record }))
}

const OPEN = 0x5b
const CLOSE = 0x5d
const QUOTE = 0x22
/** Where the body begins: after `["`, eight digits and `",`. */
const BODY = 12

function checksum(body: string | Buffer): string {
  return crc32(body).toString(16).padStart(8, '0')
}
