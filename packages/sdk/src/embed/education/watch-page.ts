/** Not in every browser, and not in every TypeScript. */
type Page = typeof globalThis & { navigation?: EventTarget }

/** Milliseconds in which a page may change as it likes before it is looked at. */
const REST = 250

/**
 * Tells when the person has come to another page of the host, also without a load, and when something
 * on it has changed: what is there, or that nobody writes there any more.
 */
export function watchPage(moved: () => void, changed: () => void, watchesElements: boolean) {
  const { navigation } = globalThis as Page
  const ending = new AbortController()
  const { signal } = ending
  let last = location.href
  let timer: ReturnType<typeof setTimeout> | undefined

  function look(): void {
    timer ??= setTimeout(() => {
      timer = undefined
      if (location.href === last) return changed()
      last = location.href
      moved()
    }, REST)
  }
  const observer = new MutationObserver(look)

  if (watchesElements || !navigation) {
    observer.observe(document, { childList: true, subtree: true, attributes: true })
  }
  navigation?.addEventListener('currententrychange', look, { signal })
  addEventListener('popstate', look, { signal })
  addEventListener('focusout', look, { signal })

  return () => {
    clearTimeout(timer)
    observer.disconnect()
    ending.abort()
  }
}
