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
    /** The title in a locale, or the id where nobody has given one. */
    find(site: string, locale: string, collectionId: string): string {
      return titles.get(nameOf(site, locale, collectionId)) ?? collectionId
    },
  }
}
