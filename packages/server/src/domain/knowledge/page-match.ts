/**
 * How well the address of a host page fits an article's `pages`: 0 for not at all, more for a
 * longer pattern. `*` stands for any characters; query and fragment do not count.
 */
export function pageMatch(url: string, patterns: readonly string[]): number {
  const path = pathOf(url)
  let best = 0
  for (const pattern of patterns) {
    const wanted = plain(pattern)
    const letters = wanted.replaceAll('*', '').length
    if (letters + 1 > best && fits(path, wanted)) best = letters + 1
  }
  return best
}

function pathOf(url: string): string {
  return plain(URL.canParse(url) ? new URL(url).pathname : (url.split(/[?#]/, 1)[0] ?? ''))
}

/** As people write it: a browser puts letters that are not ASCII as percent signs and figures. */
function plain(path: string): string {
  const bare = path.length > 1 ? path.replace(/\/$/, '') : path
  try {
    return decodeURI(bare)
  } catch {
    return bare
  }
}

/** Piece by piece from the left, so that no pattern can take long. */
function fits(path: string, pattern: string): boolean {
  const pieces = pattern.split('*')
  const [first = ''] = pieces
  if (pieces.length === 1) return path === pattern
  if (!path.startsWith(first)) return false
  let at = first.length
  for (const piece of pieces.slice(1, -1)) {
    const found = path.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  const last = pieces.at(-1) ?? ''
  return path.length - last.length >= at && path.endsWith(last)
}
