import type { Block } from '@waypost/sdk/contract'
import type { TokenNode } from './token-tree.js'

/**
 * What the author wrote first in a list item or quote. Markers are looked for in the source, where
 * an escaped `\[x]` still shows its backslash.
 */
export function sourceOfFirstParagraph({ children }: TokenNode): string {
  const first = children[0]
  return first?.token.type === 'paragraph_open' ? (first.children[0]?.token.content ?? '') : ''
}

/**
 * Blocks without the marker that the first one begins with; `undefined` where the text does not
 * begin with it, as when `[x]` turned out to be a link.
 */
export function withoutMarker(
  [first, ...rest]: readonly Block[],
  marker: RegExp,
): readonly Block[] | undefined {
  if (first?.type !== 'paragraph') return undefined
  const [text, ...others] = first.children
  if (text?.type !== 'text' || !marker.test(text.text)) return undefined
  const remains = text.text.replace(marker, '')
  const after = remains === '' && others[0]?.type === 'break' ? others.slice(1) : others
  const children = remains === '' ? after : [{ ...text, text: remains }, ...after]
  return children.length === 0 ? rest : [{ ...first, children }, ...rest]
}
