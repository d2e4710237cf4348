import { badgeStyles } from './badge.styles.js'
import { unreadWords } from './unread-words.js'

/** Larger numbers say no more, and do not fit. */
const MOST = 99

/** Puts the number of unread replies over the launcher, and into its name; none for 0. */
export function showUnread(button: HTMLButtonElement, count: number): void {
  const root = button.getRootNode() as ShadowRoot
  if (button.dataset.unread === undefined && count > 0) begin(button, root)
  if (count > 0) button.dataset.unread = count > MOST ? `${MOST}+` : `${count}`
  else delete button.dataset.unread
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
