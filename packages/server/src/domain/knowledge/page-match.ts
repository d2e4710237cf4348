import { isOnPage, readablePath } from '@waypost/sdk/education'

/** How well the address of a host page fits an article's `pages`: 0 for not at all, more for a longer pattern. */
export function pageMatch(url: string, patterns: readonly string[]): number {
  let best = 0
  for (const pattern of patterns) {
    const letters = readablePath(pattern).replaceAll('*', '').length
    if (letters + 1 > best && isOnPage(url, pattern)) best = letters + 1
  }
  return best
}
