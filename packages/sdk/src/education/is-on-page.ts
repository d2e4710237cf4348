/**
 * Whether an address is a page that one of the patterns names. `*` stands for any characters; query
 * and fragment do not count, nor does a slash at the end.
 */
export function isOnPage(url: string, patterns: string | readonly string[]): boolean {
  const path = pathOf(url)
  if (typeof patterns === 'string') return isFit(path, patterns)
  for (let at = 0; at < patterns.length; at++) if (isFit(path, patterns[at] as string)) return true
  return false
}

let last: readonly [url: string, path: string] = ['', '']
/** What has been asked of that page. */
let known = new Map<string, boolean>()

/** A page has one address and many rules, and is asked again and again: the last one is remembered. */
function pathOf(url: string): string {
  if (url !== last[0]) {
    const path = URL.canParse(url) ? new URL(url).pathname : (url.split(/[?#]/, 1)[0] ?? '')
    last = [url, readablePath(path)]
    known = new Map()
  }
  return last[1]
}

function isFit(path: string, pattern: string): boolean {
  let is = known.get(pattern)
  if (is === undefined) {
    is = fits(path, readablePath(pattern))
    known.set(pattern, is)
  }
  return is
}

/** As people write it: a browser puts letters that are not ASCII as percent signs and figures. */
export function readablePath(path: string): string {
  const bare = path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path
  if (!bare.includes('%')) return bare
  try {
    return decodeURI(bare)
  } catch {
    return bare
  }
}

/** Piece by piece from the left, so that no pattern can take long. */
function fits(path: string, pattern: string): boolean {
  let star = pattern.indexOf('*')
  if (star < 0) return path === pattern
  if (!path.startsWith(pattern.slice(0, star))) return false
  let at = star
  for (;;) {
    const next = pattern.indexOf('*', star + 1)
    const piece = pattern.slice(star + 1, next < 0 ? undefined : next)
    if (next < 0) return path.length - piece.length >= at && path.endsWith(piece)
    const found = path.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
    star = next
  }
}
