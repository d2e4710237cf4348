/** Characters of a line; RFC 5322 recommends 78 with its end. */
const MOST = 76
/** Bytes of text in one encoded word: with `Subject: =?UTF-8?B?…?=` around them they fit a line. */
const WORD = 39

/** One header as it stands in a mail (RFC 5322); of other letters see `encodedText`. */
export function header(name: string, value: string): string {
  return fold(`${name}: ${withoutControls(value)}`)
}

/** A text as a header may hold it: as it is where that is plain, else in encoded words (RFC 2047). */
export function encodedText(text: string): string {
  withoutControls(text)
  const isPlain = /^[\x20-\x7e]*$/.test(text) && !text.includes('=?')
  return isPlain ? text : encodedWords(text)
}

/** A name before an address. */
export function encodedName(name: string): string {
  withoutControls(name)
  if (/^[\w ]+$/.test(name)) return name
  return /^[\x20-\x7e]*$/.test(name) ? `"${name.replace(/["\\]/g, '\\$&')}"` : encodedWords(name)
}

/** Throws where there is one: it could begin a header of its own, and none of ours has any. */
function withoutControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly the characters meant
  if (!/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(text)) return text
  throw new Error('[waypost] [mail] a control character in a header')
}

/** A character is never parted, as each word is read by itself. */
function encodedWords(text: string): string {
  const words: string[] = ['']
  for (const character of text) {
    const last = words.at(-1) ?? ''
    if (Buffer.byteLength(last + character) > WORD) words.push(character)
    else words[words.length - 1] = last + character
  }
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`).join(' ')
}

/** Lines broken before a space; what has none stays whole. */
function fold(line: string): string {
  const [first = '', ...rest] = line.split(' ')
  const lines = [first]
  for (const word of rest) {
    const last = lines.at(-1) ?? ''
    // A line of the name alone is none to some readers.
    const isShort = lines.length === 1 && last === first
    if (isShort || last.length + word.length < MOST) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(` ${word}`)
  }
  return lines.join('\r\n')
}
