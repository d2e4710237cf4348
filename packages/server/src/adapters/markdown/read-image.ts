import type { Inline } from '@waypost/sdk/contract'
import { isSafeImageSrc } from '../../foundation/safe-href.js'
import type { Reading } from './reading.js'
import { attribute, type Token } from './token-tree.js'

type Image = Extract<Inline, { type: 'image' }>

/** The image, or its description as text where its address is not one that a tree may carry. */
export function readImage(
  reading: Reading,
  token: Token,
  line: number,
): Image | { type: 'text'; text: string } {
  const address = attribute(token, 'src')
  const alt = descriptionOf(token.children ?? [])
  const src = isOnTheWeb(address) ? address : reading.resolveImage(address)
  if (!isSafeImageSrc(src)) {
    reading.refused.push({ address, line })
    return { type: 'text', text: alt }
  }
  reading.budget.checkLink(src)
  reading.images.push({ src: address, alt, line })
  const title = attribute(token, 'title')
  return { type: 'image', src, alt, ...(title !== '' && { title }) }
}

/** `data:` and every other scheme reach no resolver either: they fail the check as they stand. */
function isOnTheWeb(address: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(address) || address.startsWith('//')
}

/** The words between the brackets, without their form: CommonMark 0.31, § 6.4. */
function descriptionOf(tokens: readonly Token[]): string {
  let text = ''
  for (const token of tokens) {
    if (token.type === 'softbreak' || token.type === 'hardbreak') text += '\n'
    else if (token.type === 'image') text += descriptionOf(token.children ?? [])
    else text += token.content
  }
  return text
}
