import type { Learnable, LearningIndex } from '../../domain/education/learning-index.js'
import { plainTextOf } from '../../foundation/plain-text.js'
import { createSearchIndex } from './search-index.js'

/** How much of what was typed must stand in a lesson that nobody has asked for as one. */
const SHARE = 0.6

/**
 * Courses and lessons in an index of their own: what is rare among articles is another thing than
 * what is rare among lessons, so their scores cannot be compared.
 */
export function createLearningIndex(): LearningIndex {
  const index = createSearchIndex()
  return {
    put(content) {
      const { site, locale, kind, contentId, title, keywords, audience } = content
      index.put({
        ...{ site, locale, title, keywords, audience },
        ...{ articleId: `${kind} ${contentId}`, slug: contentId, collectionId: null },
        summary: content.kind === 'course' ? content.summary : null,
        text: textOf(content),
      })
    },
    remove: ({ site, locale, kind, contentId }) =>
      index.remove(site, locale, `${kind} ${contentId}`),
    locales: (site) => index.locales(site),
    search({ text, ...request }) {
      const { hits } = index.search({ ...request, text, offset: 0 })
      return hits
        .filter(({ evidence }) => evidence.share >= SHARE)
        .map(({ document: { site, locale, slug, articleId }, excerpt }) => {
          const kind = articleId.startsWith('course ') ? 'course' : 'lesson'
          return { site, locale, kind, contentId: slug, excerpt }
        })
    },
  }
}

function textOf(content: Learnable): string {
  if (content.kind === 'lesson') return plainTextOf(content.body)
  return content.lessons.map(({ title }) => title).join('\n\n')
}
