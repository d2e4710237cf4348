import { expect, it } from 'vitest'
import { safeName } from './file-name.js'

it.each([
  ['report.pdf', 'report.pdf'],
  ['Звіт за листопад.pdf', 'Звіт за листопад.pdf'],
  ['C:\\Users\\robin\\screen.png', 'screen.png'],
  ['../../etc/passwd', 'passwd'],
  ['photo\u202egnp.exe', 'photognp.exe'],
  ['\u200b.htaccess', 'htaccess'],
  ['a\u0000b\r\nSet-Cookie: x=1.txt', 'abSet-Cookie_ x=1.txt'],
  ['  two   spaces .txt. ', 'two spaces .txt'],
  ['a"b<c>|?*.txt', 'a_b_c____.txt'],
  ['Å.png', 'Å.png'],
  ['\ud800.png', 'png'],
  ['', 'file'],
  ['...', 'file'],
  ['\u2066\u2069', 'file'],
])('calls %j %j', (said, name) => {
  expect(safeName(said)).toBe(name)
})

it('keeps the ending of a name that is too long, and whole letters', () => {
  const name = safeName(`${'\u{1f98c}'.repeat(500)}.jpeg`)
  expect([...name]).toHaveLength(150)
  expect(name.endsWith('\u{1f98c}.jpeg')).toBe(true)
})
