import { linkSchemes } from '@waypost/sdk/contract'

const SCHEME = /^([a-z][a-z0-9+.-]*):/i
// biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop these before they parse
const INVISIBLE = /[\u0000-\u0020\u007f-\u00a0\u2028\u2029]/
/** `https:evil.example` is relative to the page and `https:///evil.example` is not: both are tricks. */
const WEB = /^https?:\/\/[^/\\?#]/i

/**
 * The one answer to where a link may lead: the web, mail, telephone, a path of our own origin or a
 * place on the same page. Everything that a browser could read in another way is refused.
 */
export function isSafeHref(href: string): boolean {
  if (href === '' || INVISIBLE.test(href)) return false
  if (href.startsWith('#')) return true
  if (href.startsWith('/')) return isSitePath(href)
  const scheme = SCHEME.exec(href)?.[1]?.toLowerCase()
  if (!isLinkScheme(scheme)) return false
  return scheme.startsWith('http') ? WEB.test(href) && URL.canParse(href) : true
}

/** An image may stand on the web or under our own origin, nothing else: no `data:`, no `blob:`. */
export function isSafeImageSrc(src: string): boolean {
  return isSafeHref(src) && (src.startsWith('/') || WEB.test(src))
}

/** A path that stays on its origin: `//` and `\` would name another host. */
export function isSitePath(path: string): boolean {
  return /^\/(?![/\\])/.test(path) && !path.includes('\\') && !INVISIBLE.test(path)
}

function isLinkScheme(scheme: string | undefined): scheme is (typeof linkSchemes)[number] {
  return linkSchemes.some((allowed) => allowed === scheme)
}
