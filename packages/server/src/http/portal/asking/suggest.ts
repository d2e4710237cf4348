import type { Finder } from '../../../domain/knowledge/finder.js'
import type { Visit } from '../page.js'

export interface Suggestion {
  readonly title: string
  readonly slug: string
  readonly locale: string
}

const MOST = 3
/** Characters of a draft that say what it is about; the search need not read a whole letter. */
const ENOUGH = 500

/** Articles that may answer what somebody is about to ask. */
export function suggest(finder: Finder, { actor, locale }: Visit, draft: string): Suggestion[] {
  const text = draft.trim().slice(0, ENOUGH)
  if (text === '') return []
  const { hits } = finder.suggestForDraft(actor, { text, locale: locale.tag, limit: MOST })
  return hits.map(({ document: { title, slug, locale: tag } }) => ({ title, slug, locale: tag }))
}
