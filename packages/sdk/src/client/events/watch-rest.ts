/** How long a page may be out of sight before nothing comes to it any more. */
const PATIENCE = 60_000

/** Not in every browser, and not in every TypeScript. */
type Line = Navigator & { connection?: { saveData?: boolean } }

/**
 * Whether a page has better things to do than to hear news: it is out of sight for a minute, goes
 * away, or its person saves data. `changed` is called then, and whenever it may be worth a try again.
 * Outside of a page it never rests, nor out of sight where it `goesOn`.
 */
export function watchRest(changed: () => void, goesOn: () => boolean) {
  const hasPage = typeof document !== 'undefined'
  let isHidden = hasPage && document.hidden
  let timer: ReturnType<typeof setTimeout> | undefined

  const hide = (): void => {
    isHidden = true
    changed()
  }
  const look = ({ type }: Event): void => {
    clearTimeout(timer)
    if (type === 'pagehide') hide()
    else if (document.hidden) timer = setTimeout(hide, PATIENCE)
    else {
      isHidden = false
      changed()
    }
  }
  const names = hasPage ? ['visibilitychange', 'pagehide', 'pageshow', 'focus', 'online'] : []
  for (const name of names) addEventListener(name, look)

  return {
    get isResting(): boolean {
      return (isHidden && !goesOn()) || (hasPage && !!(navigator as Line).connection?.saveData)
    },
    /** The browser says that there is no network; it may know less than it thinks. */
    get isOffline(): boolean {
      return hasPage && !navigator.onLine
    },
    end(): void {
      clearTimeout(timer)
      for (const name of names) removeEventListener(name, look)
    },
  }
}
