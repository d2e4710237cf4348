import { GONE } from '../standing.js'

/** How long a page may take to bring the element, once all else has come. */
const PATIENCE = 10_000

const WHOLE = { childList: true, subtree: true }

/**
 * The element that the panel stands in, as soon as there is one; `null` where none comes, or the
 * selector is none.
 */
export async function findInside(selector: string): Promise<HTMLElement | null> {
  const find = () => document.querySelector<HTMLElement>(selector)
  try {
    const found = find()
    if (found) return found
  } catch {
    return null
  }
  return new Promise((done) => {
    const observer = new MutationObserver(() => {
      const found = find()
      if (found) end(found)
    })
    const end = (found: HTMLElement | null) => {
      observer.disconnect()
      done(found)
    }
    observer.observe(document, WHOLE)
    const wait = () => setTimeout(end, PATIENCE, null)
    if (document.readyState === 'complete') wait()
    else addEventListener('load', wait, { once: true })
  })
}

/**
 * Tells of the element that there is, or that none is, and again whenever the page puts another in its place,
 * until the launcher is gone.
 */
export async function watchInside(
  selector: string,
  launcher: EventTarget,
  tell: (found: Element | null) => void,
): Promise<void> {
  let isGone = false
  const observer = new MutationObserver(() => {
    const next = document.querySelector(selector)
    if (next === found) return
    found = next
    tell(found)
  })
  launcher.addEventListener(GONE, () => {
    isGone = true
    observer.disconnect()
  })
  let found: Element | null = await findInside(selector)
  if (isGone) return
  tell(found)
  try {
    document.querySelector(selector)
    observer.observe(document, WHOLE)
  } catch {
    // No selector: no page will ever have it.
  }
}
