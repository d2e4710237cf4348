import { percentDecoded } from '../../foundation/percent-decoded.js'
import { isSafeHref } from '../../foundation/safe-href.js'

export type LinkTarget =
  | { readonly kind: 'article'; readonly articleId: string; readonly anchor?: string }
  | { readonly kind: 'href'; readonly href: string }

export const ARTICLE_SCHEME = /^article:/i

/** Where an address leads, or `undefined` where a tree may not lead. */
export function readLinkTarget(address: string): LinkTarget | undefined {
  if (ARTICLE_SCHEME.test(address)) return readArticleTarget(address.replace(ARTICLE_SCHEME, ''))
  return isSafeHref(address) ? { kind: 'href', href: address } : undefined
}

/** An id may hold anything printable: what means something in an address stands percent-encoded. */
function readArticleTarget(rest: string): LinkTarget | undefined {
  const hash = rest.indexOf('#')
  const articleId = percentDecoded(hash === -1 ? rest : rest.slice(0, hash))
  const anchor = hash === -1 ? '' : percentDecoded(rest.slice(hash + 1))
  if (articleId === '' || /\p{C}/u.test(articleId + anchor)) return undefined
  return anchor === '' ? { kind: 'article', articleId } : { kind: 'article', articleId, anchor }
}
