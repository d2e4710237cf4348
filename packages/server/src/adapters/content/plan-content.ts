import { isLocale, WaypostError } from '@waypost/sdk/contract'
import { createFileNames } from './file-names.js'
import {
  formatArticle,
  formatCollection,
  type WrittenArticle,
  type WrittenCollection,
} from './format-article.js'
import { formatSynonyms, type WrittenRules } from './format-synonyms.js'

/**
 * Every file of a content folder by its path inside it. Names come from slugs and collection ids;
 * the same articles give the same files, whatever order they come in.
 */
export function planContent(
  articles: readonly WrittenArticle[],
  collections: readonly WrittenCollection[],
  rules: readonly WrittenRules[] = [],
): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  const names = new Map<string, ReturnType<typeof createFileNames>>()
  const shelves = new Map<string, string>()

  for (const collection of inOrder(collections, ({ collectionId }) => collectionId)) {
    addShelf(collection)
  }
  for (const article of inOrder(articles, ({ articleId }) => articleId)) {
    const folder = folderOf(article)
    const name = nameIn(folder, article.slug, article.articleId)
    files.set(`${folder}/${name}.md`, formatArticle(article, name))
  }
  for (const locale of rules)
    files.set(`${folderFor(locale)}/synonyms.yaml`, formatSynonyms(locale))
  return files

  function folderOf({ locale, collectionId }: WrittenArticle): string {
    if (collectionId === null) return articlesOf(locale)
    const known = shelves.get(keyOf(locale, collectionId))
    // Nobody translated the collection: its id is the only title that there is.
    return (
      known ?? addShelf({ locale, collectionId, title: collectionId, summary: null, position: 0 })
    )
  }

  function addShelf(collection: WrittenCollection): string {
    const { locale, collectionId } = collection
    const above = articlesOf(locale)
    const folder = `${above}/${nameIn(above, collectionId)}`
    shelves.set(keyOf(locale, collectionId), folder)
    files.set(`${folder}/_collection.yaml`, formatCollection(collection))
    return folder
  }

  function nameIn(folder: string, ...words: readonly string[]): string {
    const name = names.get(folder) ?? createFileNames()
    names.set(folder, name)
    return name(...words)
  }
}

function articlesOf(locale: string): string {
  return `${folderFor({ locale })}/articles`
}

function folderFor({ locale }: { locale: string }): string {
  if (isLocale(locale)) return locale
  throw new WaypostError('invalid_input', { detail: `"${locale}" is not a language tag` })
}

function keyOf(locale: string, collectionId: string): string {
  return `${locale}|${collectionId}`
}

function inOrder<T extends { locale: string }>(items: readonly T[], idOf: (item: T) => string) {
  const keyed = (item: T) => keyOf(item.locale, idOf(item))
  return items.toSorted((a, b) => (keyed(a) < keyed(b) ? -1 : Number(keyed(a) > keyed(b))))
}
