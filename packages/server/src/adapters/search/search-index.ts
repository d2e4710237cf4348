import type { SearchIndex } from '../../domain/knowledge/search-index.js'
import { createLocaleIndex, type LocaleIndex } from './index/locale-index.js'
import type { Steps } from './index/steps.js'
import type { Snapshot } from './snapshot/read-snapshot.js'

/** What can be written down of one locale, so that the next start need not read its articles. */
export interface WritableLocale {
  readonly site: string
  readonly locale: string
  /** How many articles it holds. */
  readonly size: number
  /** Rises with what a snapshot would say; 0: that is what the last one said. */
  readonly changes: number
  /** A snapshot, as the parts of a file; `made` says by what, see `madeBy`. */
  write(made: string): Steps<readonly Uint8Array[]>
}

/** The search index of a process, which a snapshot spares most of a start. */
export interface SearchIndexInProcess extends SearchIndex {
  /**
   * Takes a snapshot, before articles are put: those that are as they were are not read again, and what
   * is not put until the index settles is forgotten.
   */
  know(snapshot: Snapshot): void
  writable(): readonly WritableLocale[]
}

/**
 * Search in process: one index for every site and locale. Putting and removing is cheap; settling
 * after it, or the first search, brings the tables up to date.
 */
export function createSearchIndex(): SearchIndexInProcess {
  const sites = new Map<string, Map<string, LocaleIndex>>()

  function localesOf(site: string): Map<string, LocaleIndex> {
    const locales = sites.get(site) ?? new Map<string, LocaleIndex>()
    sites.set(site, locales)
    return locales
  }

  function localeIndex(site: string, locale: string): LocaleIndex {
    const index = localesOf(site).get(locale) ?? createLocaleIndex(site, locale)
    localesOf(site).set(locale, index)
    return index
  }

  const all = () => [...sites.values()].flatMap((locales) => [...locales.values()])

  return {
    put(document) {
      localeIndex(document.site, document.locale).put(document)
    },
    remove(site, locale, articleId) {
      sites.get(site)?.get(locale)?.remove(articleId)
    },
    find(site, locale, articleId) {
      return sites.get(site)?.get(locale)?.find(articleId)
    },
    setSynonyms(site, locale, groups) {
      localeIndex(site, locale).setSynonyms(groups)
    },
    locales(site) {
      return [...(sites.get(site) ?? [])].flatMap(([locale, { size }]) => (size > 0 ? locale : []))
    },
    settle() {
      for (const index of all()) index.settle()
    },
    settleABit() {
      return all().some((index) => index.settleABit())
    },
    search(request) {
      const index = sites.get(request.site)?.get(request.locale)
      return index?.search(request) ?? { hits: [], total: 0, collections: [] }
    },
    knownShare(request) {
      return sites.get(request.site)?.get(request.locale)?.knownShare(request) ?? 0
    },
    know(snapshot) {
      const { site, locale } = snapshot
      localesOf(site).set(locale, createLocaleIndex(site, locale, snapshot))
    },
    writable: all,
  }
}
