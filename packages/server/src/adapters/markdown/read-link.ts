import { type Inline, richTextLimits } from '@waypost/sdk/contract'
import { readLinkTarget } from './link-target.js'
import type { Reading } from './reading.js'
import { attribute, type Token } from './token-tree.js'

type Link = Omit<Extract<Inline, { type: 'link' }>, 'children'>
type ArticleLink = Omit<Extract<Inline, { type: 'article-link' }>, 'children'>

/**
 * The link that a token opens, or `undefined` where only its words may stand. A target written out
 * is refused when it is too long; an address that is itself the words loses nothing as text.
 */
export function readLink(
  reading: Reading,
  token: Token,
  line: number,
): Link | ArticleLink | undefined {
  const address = attribute(token, 'href')
  const target = readLinkTarget(address)
  const written = token.info !== 'auto'
  if (target === undefined) {
    if (written) reading.refused.push({ address, line })
    return undefined
  }
  if (written) reading.budget.checkLink(address)
  else if (address.length > richTextLimits.link) return undefined
  if (target.kind === 'article') {
    const { articleId, anchor } = target
    reading.references.push({ articleId, ...(anchor && { anchor }), line })
    return { type: 'article-link', articleId, ...(anchor !== undefined && { anchor }) }
  }
  if (/^#./.test(target.href)) reading.references.push({ anchor: target.href.slice(1), line })
  const title = attribute(token, 'title')
  return { type: 'link', href: target.href, ...(title !== '' && { title }) }
}
