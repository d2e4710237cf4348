import { join } from 'node:path'
import { readArticleFields } from './article-fields.js'
import { type ContentFile, listContentFiles } from './content-files.js'
import { createFolderEntries } from './folder-entries.js'
import type { WrittenArticle, WrittenCollection } from './format-article.js'
import { splitFrontMatter } from './front-matter.js'
import { createProblems } from './problems.js'
import { readCollectionFile } from './read-collection-file.js'
import { readTextFile } from './read-text-file.js'

/**
 * Paths of files in which articles and collections that are about to be written stand already, under a
 * name that they have no more: their names come from slugs and collections, which change.
 */
export async function findFormerFiles(
  root: string,
  files: ReadonlyMap<string, string>,
  articles: readonly WrittenArticle[],
  collections: readonly WrittenCollection[],
): Promise<string[]> {
  const articleIds = new Set(articles.map(({ locale, articleId }) => `${locale}|${articleId}`))
  const collectionIds = new Set(
    [...articles, ...collections].flatMap(({ locale, collectionId }) =>
      collectionId === null ? [] : `${locale}|${collectionId}`,
    ),
  )
  const found = await listContentFiles(createFolderEntries(root))
  // A link may lead to what stands there for another reason.
  const others = (listed: readonly ContentFile[]) =>
    listed.filter(({ path, realPath }) => realPath === join(root, path) && !files.has(path))
  const articleAt = async (file: ContentFile) => {
    const id = await articleIdOf(file)
    return id === undefined ? '' : `${file.locale}|${id}`
  }
  const collectionAt = async (file: ContentFile) =>
    `${file.locale}|${(await readCollectionFile(file)).draft.collectionId}`
  const former: string[] = []
  for (const [listed, written, at] of [
    [found.articles, articleIds, articleAt],
    [found.collections, collectionIds, collectionAt],
  ] as const) {
    // Beside the one that is written again, another of its id is a copy: its author is told by `check`.
    for (const file of listed) if (files.has(file.path)) written.delete(await at(file))
    for (const file of others(listed)) if (written.has(await at(file))) former.push(file.path)
  }
  return former
}

async function articleIdOf({ realPath, path, name }: ContentFile): Promise<string | undefined> {
  const problems = createProblems(path)
  const text = await readTextFile(realPath, problems)
  const parts = text === undefined ? undefined : splitFrontMatter(text, problems)
  return parts && readArticleFields(parts.yaml, parts.yamlLine, name, problems)?.articleId
}
