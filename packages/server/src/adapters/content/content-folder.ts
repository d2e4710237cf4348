import { realpath, stat } from 'node:fs/promises'
import { WaypostError } from '@waypost/sdk/contract'
import type { EducationFolder } from '../../domain/education/content-source.js'
import type { ArticleDraft, ContentProblem } from '../../domain/knowledge/article-draft.js'
import type { Content } from '../../domain/knowledge/content-source.js'
import type { RichTextReader } from '../../domain/rich-text.js'
import {
  articleIdsOf,
  deadAnchors,
  deadImages,
  deadLinks,
  deadPins,
  deadTours,
} from './check-references.js'
import { type ContentFile, listContentFiles } from './content-files.js'
import { createEducationReader } from './education/education-reader.js'
import { createFileCache } from './file-cache.js'
import { withoutClashes, withoutCollectionClashes } from './find-clashes.js'
import { createFolderEntries } from './folder-entries.js'
import { brokenArticle, readArticleFile } from './read-article-file.js'
import { readCollectionFile, standIn } from './read-collection-file.js'
import { readSynonymsFile, type SynonymsFile } from './read-synonyms-file.js'
import { reasonOf } from './read-text-file.js'

export interface ContentFolderOptions {
  /** Where `<locale>/articles/…` and `<locale>/courses/…` stand. */
  readonly folder: string
  readonly richText: RichTextReader
}

/** All that stands in a folder; what is wrong with any of it stands in `problems`. */
export interface FolderContent extends Content {
  readonly education: EducationFolder
}

/** Reads a content folder once. Throws `The content folder … does not exist` where it is not there. */
export function readContentFolder(options: ContentFolderOptions): Promise<FolderContent> {
  return createContentReader(options)()
}

/** Reads a content folder again and again: only files that changed in between are parsed. */
export function createContentReader({ folder, richText }: ContentFolderOptions) {
  const readEducation = createEducationReader(richText)
  const readArticles = createFileCache(
    (file: ContentFile) => readArticleFile(file, richText),
    brokenArticle,
  )
  const readCollections = createFileCache(readCollectionFile, standIn)
  const readSynonyms = createFileCache(readSynonymsFile, (file, problems) => ({
    ...{ file, problems, pinned: [] },
  }))

  return async (): Promise<FolderContent> => {
    const root = await rootOf(folder)
    const entries = createFolderEntries(root)
    const listed = await listContentFiles(entries)
    const shelves = [
      ...(await readCollections(listed.collections)),
      ...listed.unnamed.map((file) => standIn(file)),
    ]
    const files = await readArticles(listed.articles)
    const refused = listed.refusedSynonyms.map((file) => ({ ...file, pinned: [] }))
    const rules: SynonymsFile[] = [...(await readSynonyms(listed.synonyms)), ...refused]
    const collections = withoutCollectionClashes(shelves)
    const articles = withoutClashes(files)
    const idOfShelf = new Map(
      shelves.map(({ file, draft }) => [file.collection, draft.collectionId]),
    )
    const ids = articleIdsOf(files)
    const education = await readEducation(root, ids)
    const problems = [
      ...listed.problems,
      ...[...shelves, ...files].flatMap((file) => file.problems),
      ...collections.problems,
      ...articles.problems,
      ...deadLinks(articles.kept, ids),
      ...deadAnchors(articles.kept),
      ...deadTours(articles.kept, education.contents),
      ...(await deadImages(articles.kept, root, entries.isInside)),
    ]
    return {
      articles: articles.kept.flatMap(({ draft, file }): ArticleDraft[] =>
        draft ? [{ ...draft, collectionId: idOfShelf.get(file.collection) ?? null }] : [],
      ),
      collections: collections.kept.map(({ draft }) => draft),
      searchRules: rules.flatMap(({ draft }) => draft ?? []),
      problems: inOrder([
        ...problems,
        ...rules.flatMap((file) => file.problems),
        ...deadPins(rules, articles.kept),
        ...education.problems,
      ]),
      isWhole: problems.every(({ severity }) => severity !== 'error'),
      education,
      brokenRules: rules.flatMap(({ draft, file }) => (draft ? [] : file.locale)),
    }
  }
}

/** The folder itself may be a link: what counts is where it leads. */
async function rootOf(folder: string): Promise<string> {
  const asGiven = `The content folder ${folder}`
  try {
    const root = await realpath(folder)
    if ((await stat(root)).isDirectory()) return root
  } catch (cause) {
    const detail =
      reasonOf(cause) === 'ENOENT'
        ? `${asGiven} does not exist`
        : `${asGiven} cannot be read (${reasonOf(cause)})`
    throw new WaypostError('not_found', { detail, cause })
  }
  throw new WaypostError('not_found', { detail: `${asGiven} is not a folder` })
}

/** By file and line, each once, so that two reports of the same folder are the same. */
function inOrder(problems: readonly ContentProblem[]): readonly ContentProblem[] {
  const byName = (a: string, b: string) => (a < b ? -1 : Number(a > b))
  const once = new Map(problems.map((problem) => [JSON.stringify(problem), problem]))
  return [...once.values()].sort((a, b) => byName(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0))
}
