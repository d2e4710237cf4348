import { expect, it } from 'vitest'
import { encodedName, encodedText, header } from './header.js'

/** As a mail program reads it: encoded words one after another are one text. */
const read = (line: string) =>
  line
    .replace(/\r\n /g, ' ')
    .replace(/\?= =\?/g, '?==?')
    .replace(/=\?UTF-8\?B\?([^?]*)\?=/g, (_, text: string) =>
      Buffer.from(text, 'base64').toString(),
    )

it('leaves plain text as it is', () => {
  expect(header('Subject', encodedText('We have your request'))).toBe(
    'Subject: We have your request',
  )
})

it.each([
  'Ми отримали ваш запит WP-1042, його прочитає людина й відповість',
  `${'👩‍👩‍👧'.repeat(20)}`,
  'Ünïcödé =?UTF-8?B?aGVsbG8=?= inside',
  'plain but =?UTF-8?B?aGVsbG8=?=',
])('writes %s in words that are read as the same', (text) => {
  const line = header('Subject', encodedText(text))
  expect(read(line)).toBe(`Subject: ${text}`)
  for (const part of line.split('\r\n')) expect(part.length).toBeLessThanOrEqual(78)
})

it('breaks long lines before a word, and what begins one is white space', () => {
  const lines = header('Subject', 'word '.repeat(60).trim()).split('\r\n')
  expect(lines.length).toBeGreaterThan(2)
  expect(lines.slice(1).every((line) => line.startsWith(' '))).toBe(true)
})

it('quotes a name that holds signs of the grammar', () => {
  expect(encodedName('Tidemark')).toBe('Tidemark')
  expect(encodedName('A, "B" <c@d.e>')).toBe('"A, \\"B\\" <c@d.e>"')
  expect(read(encodedName('Åre "AB"'))).toBe('Åre "AB"')
})
