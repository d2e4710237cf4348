import type { Checklist } from '../../contract/education.js'
import type { Progress } from '../../contract/progress.js'
import { progressOfChecklist } from '../../education/progress-of-checklist.js'
import { ringStyles } from './ring.styles.js'
import { ringWords } from './ring-words.js'

/** Launchers that know how a ring looks. */
const dressed = new WeakSet<Node>()

/**
 * Puts a ring around the number of tasks that are done onto the launcher, in the place of its sign,
 * and says so to who hears it; takes it off where no checklist is under way.
 */
export function showRing(
  button: HTMLButtonElement,
  checklist: Checklist | undefined,
  progress: Progress | undefined,
  locale: string,
): void {
  const root = button.getRootNode() as ShadowRoot
  if (!checklist) {
    delete button.dataset.ring
    button.ariaDescription = null
    return
  }
  if (!dressed.has(root)) {
    const styles = new CSSStyleSheet()
    styles.replaceSync(ringStyles())
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, styles]
    dressed.add(root)
  }
  const { title } = checklist
  const { done, of } = progressOfChecklist(checklist, progress)
  button.style.setProperty('--ring', `${done / of}turn`)
  button.style.setProperty('--hole', getComputedStyle(button).backgroundColor)
  button.dataset.ring = `${done}/${of}`
  // Beside its name, which says how many replies are unread.
  button.ariaDescription = `${title}, ${ringWords(locale, done, of)}`
}
