import type { Collection } from './article.js'

export type CollectionTitles = ReturnType<typeof createCollectionTitles>

/** What collections are called, in memory, so that a search reads nothing from storage. */
export function createCollectionTitles() {
  const titles = new Map<string, string>()
  const nameOf = (site: string, locale: string, id: string) => `${site}|${locale}|${id}`

  return {
    put({ site, locale, collectionId, title }: Collection): void {
      titles.set(nameOf(site, locale, collectionId), title)
    },
    remove(site: string, locale: string, collectionId: string): void {
      titles.delete(nameOf(site, locale, collectionId))
    },
    /** The title in the first of the locales that has one, or else the id. */
    find(site: string, locales: readonly string[], collectionId: string): string {
      const names = locales.map((locale) => titles.get(nameOf(site, locale, collectionId)))
      return names.find((title) => title !== undefined) ?? collectionId
    },
  }
}
