import type { LetterWords } from './letter-words.js'

/** A mail as plain text: paragraphs a blank line apart, each link on a line of its own. */
export function drawLetterText(letter: LetterWords): string {
  const { title, code, lines, quote, button, list = [], notes } = letter
  const parts = [
    title,
    code,
    ...lines,
    quote && quoted(quote.text),
    ...list.map(({ words, detail, url }) =>
      [[words, detail].filter(Boolean).join(', '), url].filter(Boolean).join('\n'),
    ),
    button?.url && `${button.words}:\n${button.url}`,
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
