import { type Block, calloutTones } from '@waypost/sdk/contract'
import { sourceOfFirstParagraph, withoutMarker } from './marker.js'
import type { TokenNode } from './token-tree.js'

const CALLOUT = new RegExp(`^\\[!(${calloutTones.join('|')})\\][ \\t]*(?:\\n|$)`, 'i')
const MARKER = /^\[!\w+\][ \t]*\n?/

/** A quote that begins with a line `[!NOTE]`, `[!TIP]` … is a callout, as on GitHub. */
export function asCallout(quote: TokenNode, children: readonly Block[]): Block {
  const word = CALLOUT.exec(sourceOfFirstParagraph(quote))?.[1]?.toLowerCase()
  const tone = calloutTones.find((known) => known === word)
  const rest = tone === undefined ? undefined : withoutMarker(children, MARKER)
  if (tone === undefined || rest === undefined) return { type: 'quote', children }
  return { type: 'callout', tone, children: rest }
}
