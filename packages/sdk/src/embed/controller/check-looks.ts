import type { Looks } from '../../contract/panel.js'
import { entriesOf } from './entries-of.js'

/** Values of these are values of the look. A perspective is one length, as a radius must be. */
const properties: Record<string, string> = {
  accent: 'color',
  font: 'font-family',
  radius: 'perspective',
}
/** Read elsewhere, they would mean something else. */
const BORROWED = /^(currentcolor|inherit|initial|none|revert.*|unset)$/i

function isLook(name: string, value: string): boolean {
  if (name === 'theme') return /^(auto|light|dark)$/.test(value)
  if (name === 'logo') return URL.canParse(value, document.baseURI)
  return CSS.supports(properties[name] ?? '', value) && !BORROWED.test(value)
}

/**
 * Those of the looks that are some, and a sentence for each that is none. Empty ones take back, as
 * does `null`, which frameworks hand on for what is not set.
 */
export function checkLooks(given: Looks) {
  const looks: Looks = {}
  const wrong: string[] = []
  for (const [name, said] of entriesOf('setTheme()', given as Record<string, string>, wrong)) {
    const value = said ?? ''
    if (value === '' || isLook(name, value)) Object.assign(looks, { [name]: value })
    else wrong.push(`${name} cannot be “${value}”`)
  }
  return { looks, wrong }
}
