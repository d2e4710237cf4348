import { damaged, reasonOf } from './damage.js'
import { addToPage, type Page } from './page.js'
import { checksum, decodeLine, encodeChange, encodeLine, type LineEntry } from './record-line.js'

export interface PageDamage {
  readonly byte: number
  readonly reason: string
}

const NEWLINE = 0x0a
const COMMA = ','.charCodeAt(0)
const END = /^\["[0-9a-f]{8}"\]$/

/**
 * A JSON array with one self-checking line for each record, so that damage costs one record, and
 * at its end the checksum of all of them, so that a page in order is read in one go.
 */
export function encodePage(page: Page): string {
  const lines = Object.entries(page).flatMap(([table, records]) =>
    records.map((record) => encodeLine([encodeChange({ table, id: record.id, record })])),
  )
  const text = `[\n${lines.map((line) => `${line},\n`).join('')}`
  return text + endOf(text)
}

/** Throws an error that names the file and the byte where the page is damaged. */
export function decodePage(bytes: Buffer, file: string): Page {
  const whole = readWholePage(bytes)
  if (whole) return whole
  const { page, damages } = readPage(bytes)
  for (const { byte, reason } of damages) throw damaged(file, byte, reason)
  return page
}

function readWholePage(bytes: Buffer): Page | undefined {
  const byte = bytes.length - endOf('').length
  if (byte < 0 || bytes.toString('latin1', byte) !== endOf(bytes.subarray(0, byte)))
    return undefined
  const page: Page = {}
  for (const [, changes = []] of JSON.parse(bytes.toString()) as [string, LineEntry[]?][]) {
    for (const [table, , record] of changes) if (record) addToPage(page, table, record)
  }
  return page
}

/** Every record of a page that can be read, and where it is damaged: line by line. */
export function readPage(bytes: Buffer): { page: Page; damages: readonly PageDamage[] } {
  const page: Page = {}
  const damages: PageDamage[] = []
  const lines = linesOf(bytes)
  if (lines[0]?.bytes.toString() === '[') lines.shift()
  else damages.push({ byte: 0, reason: 'it does not begin like a page' })
  if (bytes.at(-1) === NEWLINE && lines.at(-1)?.bytes.toString() === ']') lines.pop()
  else damages.push({ byte: bytes.length, reason: 'it does not end like a page' })
  const last = lines.at(-1)
  const end = last && END.test(last.bytes.toString('latin1')) ? lines.pop() : undefined

  for (const [i, line] of lines.entries()) {
    const hasComma = line.bytes.at(-1) === COMMA
    try {
      const content = hasComma ? line.bytes.subarray(0, -1) : line.bytes
      for (const { table, record } of decodeLine(content)) {
        if (record) addToPage(page, table, record)
      }
      if (hasComma === (i < lines.length - 1 || end !== undefined)) continue
      damages.push({ byte: line.byte + line.bytes.length, reason: 'a comma is out of place' })
    } catch (error) {
      damages.push({ byte: line.byte, reason: reasonOf(error) })
    }
  }
  if (damages.length === 0 && end && readWholePage(bytes) === undefined) {
    damages.push({ byte: end.byte, reason: 'its checksum does not match' })
  }
  return { page, damages: damages.sort((a, b) => a.byte - b.byte) }
}

/** The last two lines of a page. */
function endOf(text: string | Buffer): string {
  return `["${checksum(text)}"]\n]\n`
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
