/** Characters of a line, without its end. */
const MOST = 76

/** A text as quoted-printable (RFC 2045 §6.7), in UTF-8: 7-bit lines that a person can read. */
export function quotedPrintable(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map(encodedLine)
    .join('\r\n')
}

function encodedLine(line: string): string {
  const lines = ['']
  for (const part of partsOf(line)) {
    const last = lines.at(-1) ?? ''
    // One place is for the `=` that says that the line goes on.
    if (last.length + part.length < MOST) lines[lines.length - 1] = last + part
    else lines.push(part)
  }
  return lines.join('=\r\n')
}

/** What may not be parted: a character as it is, or all bytes of one. */
function* partsOf(line: string): Generator<string> {
  const characters = [...line]
  for (const [at, character] of characters.entries()) {
    // White space at an end would be taken away on the way; one dot alone ends a mail to some servers.
    const isLast = at === characters.length - 1
    const isPlain = /^[!-<>-~]$/.test(character) && line !== '.'
    yield isPlain || (character === ' ' && !isLast) ? character : bytesOf(character)
  }
}

const bytesOf = (character: string): string =>
  [...Buffer.from(character)]
    .map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('')
