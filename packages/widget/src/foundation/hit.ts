import type { LearningHit, PanelTarget, SearchHit } from '@waypost/sdk/contract'
import type { Translator } from './i18n.js'

/** What can be found: an article, a course or a lesson. */
export type Hit = Pick<SearchHit, 'articleId' | 'locale' | 'title' | 'url'> | LearningHit

/** A course or a lesson says what it is. */
export const nameOf = (hit: Hit, t: Translator['t']): string =>
  'articleId' in hit ? hit.title : t(`search.${hit.kind}`, hit)

/** Where the panel shows it. */
export const targetOf = (hit: Hit): PanelTarget =>
  'articleId' in hit
    ? { view: 'article', articleId: hit.articleId }
    : { view: hit.kind, id: hit.id }
