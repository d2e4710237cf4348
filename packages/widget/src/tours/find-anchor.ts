import type { Anchor } from '@waypost/sdk/contract'
import { findAll, isSeen } from './composed.js'

/** What has a role without saying so. */
const roles: Readonly<Record<string, string>> = {
  button: 'button,summary,[type=button],[type=submit],[type=reset]',
  checkbox: '[type=checkbox]',
  combobox: 'select',
  heading: 'h1,h2,h3,h4,h5,h6',
  link: 'a[href]',
  radio: '[type=radio]',
  searchbox: '[type=search]',
  textbox: 'textarea,input:not([type]),[type=text],[type=email],[type=tel],[contenteditable=true]',
}

/** Milliseconds between two looks. */
const EVERY = 100

/**
 * What an anchor points at, as far as somebody could see it. Each way that it says narrows; of those
 * that several ways leave the first one counts, one that is called so before one that holds the words.
 */
export function findAnchor({ selector, testId, role, text }: Anchor): HTMLElement | undefined {
  let all = '*'
  if (testId) all += `[data-testid=${CSS.escape(testId)}]`
  if (role) all += `:is([role=${CSS.escape(role)}],:is(${roles[role] ?? 'x-'}):not([role]))`
  const found = [...(selector ? bySelector(selector) : findAll(all))]
  const fitting = found.filter((each) => each.matches(all) && isSeen(each))
  if (!text) return fitting[0]
  const wanted = plain(text)
  const calledSo = fitting.filter((each) => nameOf(each) === wanted)
  const saysSo = fitting.filter((each) => nameOf(each).includes(wanted))
  const [first, ...others] = calledSo.length > 0 ? calledSo : saysSo
  // What stands around words says them, too; what is meant is what says nothing else.
  return others.findLast((each) => first?.contains(each)) ?? first
}

/** Waits for it a while; nothing where it does not come, or nobody waits any more. */
export async function lookFor(
  anchor: Anchor,
  isWanted: () => boolean,
  patience = 4_000,
): Promise<HTMLElement | undefined> {
  const until = performance.now() + patience
  for (;;) {
    const found = findAnchor(anchor)
    if (found || !isWanted() || performance.now() > until) return found
    await new Promise((later) => setTimeout(later, EVERY))
  }
}

/** `a >>> b`: `b` in the shadow root of `a`, or below it, over as many borders as there are. */
function bySelector(selector: string): HTMLElement[] {
  const [first = '', ...rest] = selector.split('>>>')
  let found = [...findAll(first)]
  for (const part of rest) {
    found = found.flatMap((each) => [...findAll(part, each.shadowRoot ?? each)])
  }
  return found
}

const plain = (text = '') => text.replace(/\s+/g, ' ').trim().toLowerCase()

/** What an element is called, or says. */
function nameOf(element: HTMLElement): string {
  const { labels, value, placeholder, alt } = element as HTMLInputElement
  const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? []
  const root = element.getRootNode() as Document
  const by = [...ids.map((id) => root.getElementById(id)), ...(labels ?? [])]
  const own = element.matches('[type=submit], [type=button], [type=reset]') ? value : ''
  const said = [
    by.map((each) => each?.textContent).join(' '),
    ...[element.ariaLabel, element.textContent, own, alt, element.title, placeholder],
  ]
  return said.map((text) => plain(text ?? '')).find(Boolean) ?? ''
}
