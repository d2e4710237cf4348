import { isOn } from '../controller/is-on.js'
import { badgeStyles } from './badge.styles.js'
import { showInTitle } from './show-in-title.js'
import { unreadWords } from './unread-words.js'

/** Larger numbers say no more, and do not fit. */
const MOST = 99

/**
 * Puts the number of unread replies over the launcher, into its name, and before the page's title
 * where asked; none for 0.
 */
export function showUnread(button: HTMLButtonElement, count: number, titleBadge?: unknown): void {
  const root = button.getRootNode() as ShadowRoot
  if (button.dataset.unread === undefined && count > 0) begin(button, root)
  const words = count > MOST ? `${MOST}+` : `${count}`
  if (count > 0) button.dataset.unread = words
  else delete button.dataset.unread
  if (isOn(titleBadge)) showInTitle(count > 0 ? `(${words}) ` : '', root.host)
  counts.set(button, count)
  name(button)
}

/** Of launchers that wear a badge or did. */
const counts = new WeakMap<HTMLButtonElement, number>()

function begin(button: HTMLButtonElement, root: ShadowRoot): void {
  if (counts.has(button)) return
  const styles = new CSSStyleSheet()
  styles.replaceSync(badgeStyles())
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, styles]
  // The script writes another word there when the language changes.
  new MutationObserver(() => name(button)).observe(button, { childList: true })
}

function name(button: HTMLButtonElement): void {
  const count = counts.get(button)
  const { lang } = (button.getRootNode() as ShadowRoot).host as HTMLElement
  button.ariaLabel = count ? `${button.textContent}, ${unreadWords(lang, count)}` : null
}
