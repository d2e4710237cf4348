import MarkdownItParser, { type MarkdownIt } from 'markdown-it'
import { isSafeHref } from '../../foundation/safe-href.js'
import { ARTICLE_SCHEME } from './link-target.js'

/** Endings of countries that are file names far more often than hosts when nothing leads up to them. */
const FILE_NAMES = /^[^/?#]*\.(?:md|py|sh|rs|pl|ps|cc|so|zip|mov)$/i

/**
 * The parser: CommonMark with tables, strikethrough and recognised addresses. It makes every link
 * that is written; which ones a tree may carry is decided where the tree is built, so that a
 * refused link leaves its words and not its brackets.
 */
export function createParser(): MarkdownIt {
  const parser = new MarkdownItParser({ html: false, linkify: true, maxNesting: 100 })
  parser.validateLink = () => true

  // Ids of articles are the authors' words, not addresses: `article:a//b` has no host to encode.
  const normalizeLink = parser.normalizeLink.bind(parser)
  parser.normalizeLink = (url) => (ARTICLE_SCHEME.test(url) ? url : normalizeLink(url))

  const { linkify } = parser
  linkify.set({ fuzzyLink: true, fuzzyEmail: true })
  linkify.add('ftp:', null).add('//', null)
  const match = linkify.match.bind(linkify)
  linkify.match = (text) => {
    const found = (match(text) ?? []).filter(
      ({ schema, raw, url }) => isSafeHref(url) && !(schema === '' && FILE_NAMES.test(raw)),
    )
    // Nobody wrote a scheme: today's web answers on https.
    for (const each of found) {
      if (each.schema === '') each.url = each.url.replace(/^http:/, 'https:')
    }
    // Never null: the parser asks after a test that knows nothing of this filter.
    return found
  }
  return parser
}
