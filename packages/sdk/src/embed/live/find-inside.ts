/** How long a page may take to bring the element, once all else has come. */
const PATIENCE = 10_000

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
    observer.observe(document, { childList: true, subtree: true })
    const wait = () => setTimeout(end, PATIENCE, null)
    if (document.readyState === 'complete') wait()
    else addEventListener('load', wait, { once: true })
  })
}
