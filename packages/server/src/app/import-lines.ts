import { readFile } from 'node:fs/promises'
import { createContentReader } from '../adapters/content/content-folder.js'
import { isRefusal, refusal } from '../adapters/content/read-markdown.js'
import { createRichTextReader } from '../adapters/markdown/create-rich-text-reader.js'
import type { ContentProblem } from '../domain/knowledge/article-draft.js'
import type { ImportedCollection } from './import-articles.js'
import type { ImportedManuscript } from './import-manuscripts.js'
import type { ImportedRules } from './import-rules.js'
import { picturesOf } from './pictures-of.js'

/** One article to import, or the reason why it cannot be. */
export interface ImportLine {
  place: string
  item?: unknown
  refusal?: string
}

/** What comes in, without a part that is wrong. */
export interface ImportWarning {
  place: string
  message: string
}

/** The lines of a JSONL file; empty ones are passed over. */
export async function readImportFile(file: string): Promise<ImportLine[]> {
  const text = (await readFile(file, 'utf8')).replace(/^\ufeff/, '')
  return text.split('\n').flatMap((line, index): ImportLine[] => {
    if (line.trim() === '') return []
    const place = `line ${index + 1}`
    try {
      return [{ place, item: JSON.parse(line) }]
    } catch {
      return [{ place, refusal: 'this line is not JSON' }]
    }
  })
}

/** The addresses in lines that cannot stand where they do. */
export function refusedIn(lines: readonly ImportLine[]): ImportWarning[] {
  const richText = createRichTextReader()
  return lines.flatMap(({ place, item }) => {
    const { body, file } = Object(item) as { body?: unknown; file?: unknown }
    if (typeof body !== 'string') return []
    const resolveImage = picturesOf(typeof file === 'string' ? file : undefined)
    try {
      const { refused } = richText.fromMarkdown(body, { resolveImage })
      return refused.map(({ address }) => ({ place, message: refusal(address) }))
    } catch {
      // The import itself says what is wrong with it.
      return []
    }
  })
}

export interface ImportFolder {
  lines: ImportLine[]
  warnings: ImportWarning[]
  collections: ImportedCollection[]
  /** What teaches, each where it stands. */
  manuscripts: { place: string; item: ImportedManuscript }[]
  rules: ImportedRules[]
}

/** The articles and collections of a content folder, as an import takes them. */
export async function readImportFolder(folder: string): Promise<ImportFolder> {
  const { articles, collections, searchRules, education, problems } = await createContentReader({
    folder,
    richText: createRichTextReader(),
  })()
  const refused = problems
    .filter(({ severity }) => severity === 'error')
    .map((problem) => ({ place: placeOf(problem), refusal: problem.message }))
  const lines = articles.map((draft) => ({
    place: draft.place,
    item: {
      id: draft.articleId,
      locale: draft.locale,
      title: draft.title,
      body: draft.markdown,
      collection: draft.collectionId,
      keywords: draft.keywords,
      summary: draft.summary,
      slug: draft.slug,
      order: draft.position,
      updated: draft.updatedAt,
      audience: draft.audience,
      status: draft.status,
      pages: draft.pages,
      search: draft.searchable,
      tour: draft.tour,
      file: draft.place,
    },
  }))
  return {
    lines: [...refused, ...lines],
    warnings: problems
      .filter(isRefusal)
      .map((problem) => ({ place: placeOf(problem), message: problem.message })),
    manuscripts: education.works.map(
      ({ kind, contentId: id, locale, written: content, place }) => ({
        place,
        item: { kind, id, locale, content },
      }),
    ),
    rules: searchRules.map(({ locale, synonyms, pins }) => ({
      ...{ locale, pins: pins.map((pin) => ({ ...pin, articleIds: [...pin.articleIds] })) },
      synonyms: synonyms.map(({ words, to }) => ({
        words: [...words],
        ...(to && { to: [...to] }),
      })),
    })),
    collections: collections.map(
      ({ collectionId: id, locale, title, summary, icon, position: order }) => ({
        id,
        locale,
        title,
        summary,
        icon,
        order,
      }),
    ),
  }
}

const placeOf = ({ file, line }: ContentProblem): string =>
  line === undefined ? file : `${file}:${line}`
