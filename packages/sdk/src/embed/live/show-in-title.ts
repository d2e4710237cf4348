import { GONE } from '../standing.js'

/** What stands before the title now, by us. */
let worn = ''
let observer: MutationObserver | undefined

/** Puts words before the page's title, also when that changes, until the launcher is gone. */
export function showInTitle(words: string, launcher: EventTarget): void {
  wear(words)
  launcher.addEventListener(GONE, takeOff)
}

const takeOff = () => wear('')

function wear(words: string): void {
  const { title } = document
  const bare = title.startsWith(worn) ? title.slice(worn.length) : title
  worn = words
  observer?.disconnect()
  if (title !== worn + bare) document.title = worn + bare
  if (!worn) return
  // A router of the page writes its own title, or puts another element there.
  observer = new MutationObserver(() => wear(worn))
  observer.observe(document.head, { childList: true, subtree: true, characterData: true })
}
