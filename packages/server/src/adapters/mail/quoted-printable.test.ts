import { expect, it } from 'vitest'
import { quotedPrintable } from './quoted-printable.js'

/** As RFC 2045 says to read it. */
const read = (text: string) =>
  Buffer.from(
    text
      .replace(/=\r\n/g, '')
      .replace(/\r\n/g, '\n')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      ),
    'latin1',
  ).toString()

it.each([
  'Plain',
  'a = b',
  'ends with a space \nand a tab\t',
  '.',
  '..',
  `${'long '.repeat(60)}`,
  `${'ж'.repeat(100)}\n${'👩‍👩‍👧'.repeat(9)}`,
  '\n\n',
])('reads back %j', (text) => {
  const written = quotedPrintable(text)
  expect(read(written)).toBe(text)
  for (const line of written.split('\r\n')) {
    expect(line).toMatch(/^[\x20-\x7e]*$/)
    expect(line).not.toMatch(/ $|^\.$/)
    expect(line.length).toBeLessThanOrEqual(76)
  }
})
