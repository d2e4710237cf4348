import { allOf } from '../../foundation/all-of.js'
import { type ArticleSource, contentKey } from './article.js'
import type { LibraryDeps } from './library-deps.js'
import type { SearchRules, SearchRulesDraft } from './search-rules.js'

/** Keeps what operators say about searching, one record for each locale. */
export function createRulesKeeper({ storage, clock, digest }: LibraryDeps) {
  return {
    /**
     * Replaces the rules of the locales that are given; `source` then owns them. No import replaces
     * those of the content folder. Tells how many changed.
     */
    keepRules(
      site: string,
      source: ArticleSource,
      drafts: readonly SearchRulesDraft[],
    ): Promise<number> {
      const records = drafts.map((draft) => recordOf(site, source, draft))
      return storage.transaction(async (tx) => {
        const known = await Promise.all(records.map(({ id }) => tx.searchRules.find(id)))
        const isOthers = (at: number) => source === 'import' && known[at]?.source === 'folder'
        const changed = records.filter(({ hash }, at) => known[at]?.hash !== hash && !isOthers(at))
        for (const rules of changed) {
          tx.searchRules.save(rules)
          tx.events.add({ kind: 'search-rules.saved', site, locale: rules.locale })
        }
        return changed.length
      })
    },

    /** Removes what a source once said of locales that it no longer speaks of. */
    removeMissingRules(
      site: string,
      source: ArticleSource,
      locales: readonly string[],
    ): Promise<number> {
      const said = new Set(locales)
      return storage.transaction(async (tx) => {
        const all = await allOf((after) => tx.searchRules.list('site', site, { limit: 500, after }))
        const gone = all.filter((rules) => rules.source === source && !said.has(rules.locale))
        for (const { id, locale } of gone) {
          tx.searchRules.delete(id)
          tx.events.add({ kind: 'search-rules.removed', site, locale })
        }
        return gone.length
      })
    },

    /** The rules of every locale that has some. */
    rules(site: string): Promise<readonly SearchRules[]> {
      return storage.transaction((tx) =>
        allOf((after) => tx.searchRules.list('site', site, { limit: 500, after })),
      )
    },

    findRules(site: string, locale: string): Promise<SearchRules | undefined> {
      return storage.transaction((tx) => tx.searchRules.find(contentKey(site, locale, '')))
    },
  }

  function recordOf(site: string, source: ArticleSource, draft: SearchRulesDraft): SearchRules {
    const { locale, synonyms, pins } = draft
    return {
      id: contentKey(site, locale, ''),
      ...{ site, locale, synonyms, pins, source },
      createdAt: clock.now().toISOString(),
      hash: digest(JSON.stringify({ synonyms, pins, source })),
    }
  }
}
