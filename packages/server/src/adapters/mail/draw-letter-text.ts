import type { LetterWords } from './letter-words.js'

/** A mail as plain text: paragraphs a blank line apart, each link on a line of its own. */
export function drawLetterText(letter: LetterWords): string {
  const { title, code, lines, quote, button, list = [], notes } = letter
  const parts = [
    title,
    code,
    ...lines,
    quote && quoted(quote.text),
    button?.url && `${button.words}:\n${button.url}`,
    ...list.map(({ words, detail, url }) =>
      [`${words}, ${detail}`, url].filter(Boolean).join('\n'),
    ),
    ['-- ', ...notes].join('\n'),
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

const quoted = (text: string): string =>
  text
    .trim()
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n')
