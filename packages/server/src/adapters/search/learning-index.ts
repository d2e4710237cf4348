import type { Rule } from '@waypost/sdk/contract'
import { fitsPage } from '../../domain/education/fits-page.js'
import type {
  Learnable,
  LearningIndex,
  LearningPlace,
  NamedLearning,
} from '../../domain/education/learning-index.js'
import { plainTextOf } from '../../foundation/plain-text.js'
import { inlinesOf } from '../../foundation/rich-text-parts.js'
import { createSearchIndex } from './search-index.js'

/** What one says besides its words. */
interface Ties {
  readonly content: Learnable
  readonly when: Rule | null
  /** Articles to which its text links. */
  readonly articles: ReadonlySet<string>
}

/**
 * Courses and lessons in an index of their own: what is rare among articles is another thing than
 * what is rare among lessons, so their scores cannot be compared.
 */
export function createLearningIndex(): LearningIndex {
  const index = createSearchIndex()
  /** By place, then by kind and id. */
  const ties = new Map<string, Map<string, Ties>>()

  const tiesIn = ({ site, locale }: LearningPlace) =>
    ties.get(`${site}|${locale}`) ?? new Map<string, Ties>()

  const tied = (place: LearningPlace, is: (one: Ties) => boolean): readonly NamedLearning[] =>
    [...tiesIn(place).values()].filter(is).map(({ content }) => nameOf(content))

  return {
    put(content) {
      const { site, locale, kind, contentId, title, keywords, audience } = content
      index.put({
        ...{ site, locale, title, keywords, audience },
        ...{ articleId: `${kind} ${contentId}`, slug: contentId, collectionId: null },
        summary: content.kind === 'course' ? content.summary : null,
        text: textOf(content),
      })
      ties.set(`${site}|${locale}`, tiesIn(content).set(`${kind} ${contentId}`, tiesOf(content)))
    },
    remove({ site, locale, kind, contentId }) {
      index.remove(site, locale, `${kind} ${contentId}`)
      tiesIn({ site, locale }).delete(`${kind} ${contentId}`)
    },
    find: ({ site, locale, kind, contentId }) =>
      tiesIn({ site, locale }).get(`${kind} ${contentId}`)?.content,
    locales: (site) => index.locales(site),
    search({ text, ...request }) {
      const { hits } = index.search({ ...request, text, offset: 0 })
      return hits.map(({ document: { site, locale, slug, articleId }, ...found }) => {
        const kind = articleId.startsWith('course ') ? 'course' : 'lesson'
        return { ...found, site, locale, kind, contentId: slug }
      })
    },
    fitting: (place, url) => tied(place, ({ when }) => when !== null && fitsPage(when, url)),
    linkingTo: (place, articleId) => tied(place, ({ articles }) => articles.has(articleId)),
  }
}

function tiesOf(content: Learnable): Ties {
  const links = content.kind === 'lesson' ? [...inlinesOf(content.body)] : []
  return {
    content,
    // A lesson is where its course is; once is enough.
    when: content.kind === 'course' ? content.when : null,
    articles: new Set(
      links.flatMap((inline) => (inline.type === 'article-link' ? inline.articleId : [])),
    ),
  }
}

function nameOf({ site, locale, kind, contentId }: Learnable): NamedLearning {
  return { site, locale, kind, contentId }
}

function textOf(content: Learnable): string {
  if (content.kind === 'lesson') return plainTextOf(content.body)
  return content.lessons.map(({ title }) => title).join('\n\n')
}
