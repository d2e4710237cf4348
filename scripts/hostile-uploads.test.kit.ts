import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A file that does something where it is opened as what its name says. */
export interface HostileUpload {
  readonly name: string
  readonly bytes: Buffer
}

const svg = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`
const gif =
  'GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00!\xf9\x04\x01\x00\x00\x00\x00'

/** Ours: one of each kind. The last ones begin as pictures, and are something else as well. */
const own: readonly (readonly [name: string, text: string])[] = [
  ['script.svg', svg('<script>alert(1)</script>')],
  ['onload.svg', svg('<g onload="alert(1)"/>').replace('<svg', '<svg onload="alert(2)"')],
  ['elsewhere.svg', svg('<image href="http://elsewhere.test/a.png" width="9" height="9"/>')],
  ['page.html', '<!doctype html><script>alert(1)</script><img src=x onerror=alert(2)>'],
  ['page.xhtml', '<html xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></html>'],
  ['style.xml', '<?xml-stylesheet href="http://elsewhere.test/a.xsl" type="text/xsl"?><a/>'],
  ['mail.mht', 'MIME-Version: 1.0\nContent-Type: text/html\n\n<script>alert(1)</script>'],
  ['code.js', 'alert(1)'],
  [
    'style.css',
    '@import "http://elsewhere.test/a.css"; *{background:url(http://elsewhere.test/b)}',
  ],
  ['picture.png', '<!doctype html><script>alert(1)</script>'],
  ['utf7.txt', '+ADw-script+AD4-alert(1)+ADw-/script+AD4-'],
  ['both.gif.html', `${gif}<!--><script>alert(1)</script>`],
  ['both.js', `GIF89a/*\x01\x00\x01\x00*/=1;alert(1)`],
  ['both.png.html', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x05\0\0\0\x05<script>alert(1)</script>'],
]

const corpus = fileURLToPath(
  new URL('../../shared/security/corpora/dev/upload-files.json', import.meta.url),
)

/** Ours, and those that others have gathered, where they are here. */
export function hostileUploads(): HostileUpload[] {
  const gathered = existsSync(corpus)
    ? (JSON.parse(readFileSync(corpus, 'utf8')) as { id: string; b64: string }[])
    : []
  return [
    ...own.map(([name, text]) => ({ name, bytes: Buffer.from(text, 'latin1') })),
    ...gathered.map(({ id, b64 }) => ({ name: id, bytes: Buffer.from(b64, 'base64') })),
  ]
}
