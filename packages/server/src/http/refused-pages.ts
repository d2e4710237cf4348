import type { Logger } from '../foundation/logger.js'

/** More than these an operator would not read; whoever invents origins fills no log. */
const MOST = 20

/** Tells the operator, once for each origin, that a page may not call, and what would let it. */
export function createRefusedPages(log: Logger) {
  const told = new Set<string>()
  return (origin: string, site: string): void => {
    const isFile = origin === 'null'
    const isOrigin = URL.canParse(origin) && new URL(origin).origin === origin
    if (!(isFile || isOrigin) || told.has(origin) || told.size >= MOST) return
    told.add(origin)
    const hint = isFile
      ? "opened as a file: serve its folder, or add 'file' to the origins of this site"
      : `add '${origin}' to the origins of this site`
    log.warn('a page was refused', { origin, site, hint })
  }
}
