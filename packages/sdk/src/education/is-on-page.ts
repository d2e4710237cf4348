/**
 * Whether an address is a page that one of the patterns names. `*` stands for any characters; query
 * and fragment do not count, nor does a slash at the end.
 */
export function isOnPage(url: string, patterns: string | readonly string[]): boolean {
  const path = pathOf(url)
  return typeof patterns === 'string'
    ? fits(path, readable(patterns))
    : patterns.some((pattern) => fits(path, readable(pattern)))
}

let last: readonly [url: string, path: string] = ['', '']

/** A page has one address and many rules: the last one is remembered. */
function pathOf(url: string): string {
  if (url !== last[0]) {
    const path = URL.canParse(url) ? new URL(url).pathname : (url.split(/[?#]/, 1)[0] ?? '')
    last = [url, readable(path)]
  }
  return last[1]
}

/** As people write it: a browser puts letters that are not ASCII as percent signs and figures. */
function readable(path: string): string {
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
