import type { SearchIndex } from '../../domain/knowledge/search-index.js'
import { createLocaleIndex, type LocaleIndex } from './index/locale-index.js'

/**
 * Search in process: one index for every site and locale. Putting and removing is cheap; settling
 * after it, or the first search, brings the tables up to date.
 */
export function createSearchIndex(): SearchIndex {
  const sites = new Map<string, Map<string, LocaleIndex>>()

  function localeIndex(site: string, locale: string): LocaleIndex {
    const locales = sites.get(site) ?? new Map<string, LocaleIndex>()
    sites.set(site, locales)
    const index = locales.get(locale) ?? createLocaleIndex(locale)
    locales.set(locale, index)
    return index
  }

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
      for (const locales of sites.values()) for (const index of locales.values()) index.settle()
    },
    settleABit() {
      const indexes = [...sites.values()].flatMap((locales) => [...locales.values()])
      return indexes.some((index) => index.settleABit())
    },
    search(request) {
      const index = sites.get(request.site)?.get(request.locale)
      return index?.search(request) ?? { hits: [], total: 0, collections: [] }
    },
  }
}
