import { html, type SafeHtml } from '../../../foundation/html.js'
import { personIcon } from '../icons.js'

const HUES = 6

/** Who stands at a stop of the trail: at most two letters, in the same colour as in the panel. */
export function drawFace(name: string | null): SafeHtml {
  const who = name?.trim()
  return html`<span class="node" aria-hidden="true"><span class="face${who && ` h${hueOf(who)}`}">${who ? initials(who) : personIcon}</span></span>`
}

function initials(name: string): string {
  const words = name.split(/\s+/)
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  return ends.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase() ?? '').join('')
}

function hueOf(name: string): number {
  let sum = 0
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 997
  return sum % HUES
}
