import { damaged, reasonOf } from './damage.js'
import { addToPage, type Page } from './page.js'
import { decodeLine, encodeChange, encodeLine } from './record-line.js'

export interface PageDamage {
  readonly byte: number
  readonly reason: string
}

const NEWLINE = 0x0a
const COMMA = ','.charCodeAt(0)

/** A JSON array with one self-checking line for each record, so that damage costs one record. */
export function encodePage(page: Page): string {
  const lines = Object.entries(page).flatMap(([table, records]) =>
    records.map((record) => encodeLine([encodeChange({ table, id: record.id, record })])),
  )
  return `[\n${lines.join(',\n')}\n]\n`
}

/** Throws an error that names the file and the byte where the page is damaged. */
export function decodePage(bytes: Buffer, file: string): Page {
  const { page, damages } = readPage(bytes)
  for (const { byte, reason } of damages) throw damaged(file, byte, reason)
  return page
}

/** Every record of a page that can be read, and where it is damaged. */
export function readPage(bytes: Buffer): { page: Page; damages: readonly PageDamage[] } {
  const page: Page = {}
  const damages: PageDamage[] = []
  const lines = linesOf(bytes)
  if (lines[0]?.bytes.toString() === '[') lines.shift()
  else damages.push({ byte: 0, reason: 'it does not begin like a page' })
  if (bytes.at(-1) === NEWLINE && lines.at(-1)?.bytes.toString() === ']') lines.pop()
  else damages.push({ byte: bytes.length, reason: 'it does not end like a page' })

  for (const [i, line] of lines.entries()) {
    const hasComma = line.bytes.at(-1) === COMMA
    try {
      for (const { table, record } of decodeLine(
        hasComma ? line.bytes.subarray(0, -1) : line.bytes,
      )) {
        if (record) addToPage(page, table, record)
      }
      if (hasComma === i < lines.length - 1) continue
      damages.push({ byte: line.byte + line.bytes.length, reason: 'a comma is out of place' })
    } catch (error) {
      damages.push({ byte: line.byte, reason: reasonOf(error) })
    }
  }
  return { page, damages: damages.sort((a, b) => a.byte - b.byte) }
}

function linesOf(bytes: Buffer): { byte: number; bytes: Buffer }[] {
  const lines = []
  for (let byte = 0, end = 0; byte < bytes.length; byte = end + 1) {
    end = bytes.indexOf(NEWLINE, byte)
    if (end === -1) end = bytes.length
    lines.push({ byte, bytes: bytes.subarray(byte, end) })
  }
  return lines
}
