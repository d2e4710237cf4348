import { realpath, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { ContentKind, RichText } from '@waypost/sdk/contract'
import type { ContentProblem } from '../../domain/knowledge/article-draft.js'
import { imageTypes } from '../../foundation/image-types.js'
import { percentDecoded } from '../../foundation/percent-decoded.js'
import type { ArticleFile } from './read-article-file.js'
import type { SynonymsFile } from './read-synonyms-file.js'

/** Article ids by locale; a file that could not be read may still be what a link means. */
export function articleIdsOf(files: readonly ArticleFile[]) {
  const locales = new Map<string, Set<string>>()
  for (const { draft, file } of files) {
    const { name, locale } = file
    const ids = locales.get(locale) ?? new Set()
    locales.set(locale, ids.add(draft?.articleId ?? name))
  }
  return locales
}

/** Links to articles that nobody wrote, or nobody wrote in this language. */
export function deadLinks(
  files: readonly ArticleFile[],
  ids: ReadonlyMap<string, ReadonlySet<string>>,
): readonly ContentProblem[] {
  return files.flatMap(({ draft, file, references }) =>
    references.flatMap(({ articleId, line }): ContentProblem[] => {
      if (draft === undefined || articleId === undefined) return []
      const message = whyDead(articleId, draft.locale, ids)
      return message === undefined ? [] : [{ file: file.path, line, severity: 'warning', message }]
    }),
  )
}

/** Why a link to an article leads nowhere; without a `locale` it is enough that somebody wrote it. */
export function whyDead(
  articleId: string,
  locale: string | undefined,
  ids: ReadonlyMap<string, ReadonlySet<string>>,
): string | undefined {
  if (locale !== undefined && ids.get(locale)?.has(articleId)) return undefined
  const isElsewhere = [...ids.values()].some((others) => others.has(articleId))
  if (!isElsewhere) {
    return `"article:${articleId}" leads to no article; correct the id or write that article.`
  }
  return locale === undefined
    ? undefined
    : `"article:${articleId}" is not written in ${locale}; its readers will see it in another language.`
}

/** Tours that articles would start, and nobody wrote. */
export function deadTours(
  files: readonly ArticleFile[],
  contents: ReadonlyMap<string, ContentKind>,
): readonly ContentProblem[] {
  return files.flatMap(({ draft, file, tourLine: line }): ContentProblem[] => {
    const message = draft?.tour && whyNoContent('tour', draft.tour, contents)
    return message ? [{ file: file.path, line, severity: 'warning', message }] : []
  })
}

/** Why an id names no content of a kind, or of any. */
export function whyNoContent(
  says: ContentKind | 'content',
  id: string,
  contents: ReadonlyMap<string, ContentKind>,
): string | undefined {
  const kind = contents.get(id)
  if (kind === undefined) return `There is no ${says} "${id}"; correct the id or write it.`
  return says === 'content' || says === kind ? undefined : `"${id}" is a ${kind}, not a ${says}.`
}

/** Links to headings that their article, in the same language, does not have. */
export function deadAnchors(files: readonly ArticleFile[]): readonly ContentProblem[] {
  const drafts = files.flatMap(({ draft }) => draft ?? [])
  const known = new Map(drafts.map((draft) => [nameOf(draft), headingIdsOf(draft.body)]))
  return files.flatMap(({ draft, file, references }) =>
    references.flatMap(({ articleId, anchor, line }): ContentProblem[] => {
      if (draft === undefined || anchor === undefined) return []
      const { locale } = draft
      const ids = known.get(nameOf({ locale, articleId: articleId ?? draft.articleId }))
      if (!ids || ids.includes(percentDecoded(anchor))) return []
      const where = articleId === undefined ? 'This article' : `"article:${articleId}"`
      const message =
        ids.length === 0
          ? `${where} has no headings, so "#${percentDecoded(anchor)}" leads to its top.`
          : `${where} has no heading "#${percentDecoded(anchor)}"; it has ${ids.map((id) => `#${id}`).join(' ')}.`
      return [{ file: file.path, line, severity: 'warning', message }]
    }),
  )
}

const nameOf = (article: { locale: string; articleId: string }) =>
  `${article.locale} ${article.articleId}`

/** Pins of articles that no search of their language can show. */
export function deadPins(
  rules: readonly SynonymsFile[],
  files: readonly ArticleFile[],
): readonly ContentProblem[] {
  const drafts = new Map(files.flatMap(({ draft }) => (draft ? [[nameOf(draft), draft]] : [])))
  return rules.flatMap(({ file, pinned }) =>
    pinned.flatMap(({ articleId, line }): ContentProblem[] => {
      const draft = drafts.get(nameOf({ locale: file.locale, articleId }))
      if (draft?.status === 'published' && draft.searchable !== false) return []
      const message = draft
        ? `"${articleId}" is kept out of search, so it cannot be pinned.`
        : `There is no article "${articleId}" in ${file.locale} to pin; correct the id or write it.`
      return [{ file: file.path, line, severity: 'warning', message }]
    }),
  )
}

/** Of all headings, those inside of lists and quotes too. */
export function headingIdsOf(blocks: RichText): string[] {
  return blocks.flatMap((block) => {
    if (block.type === 'heading') return [block.id]
    if (block.type === 'list') return block.items.flatMap(({ children }) => headingIdsOf(children))
    return block.type === 'quote' || block.type === 'callout' ? headingIdsOf(block.children) : []
  })
}

/** Pictures that do not stand in the folder where their article looks for them. */
export async function deadImages(
  files: readonly (Pick<ArticleFile, 'images'> & { file: Pick<ArticleFile['file'], 'path'> })[],
  root: string,
  isInside: (realPath: string) => boolean,
  served: Readonly<Record<string, string>> = imageTypes,
): Promise<readonly ContentProblem[]> {
  const known = new Map<string, Promise<boolean>>()
  const exists = (path: string) => {
    const answer = known.get(path) ?? isFileInside(join(root, path), isInside)
    known.set(path, answer)
    return answer
  }
  const problems: ContentProblem[] = []
  for (const { file, images } of files) {
    for (const { path, line } of images) {
      const isServed = extname(path).toLowerCase() in served
      if (isServed && (await exists(path))) continue
      const message = isServed
        ? `${what(path)} ${path} is not there; correct its address or add the file.`
        : `${path} is ${served === imageTypes ? 'no picture' : 'nothing'} that is served; use ${Object.keys(served).join(' ')}.`
      problems.push({ file: file.path, line, severity: 'warning', message })
    }
  }
  return problems
}

const what = (path: string) =>
  extname(path).toLowerCase() in imageTypes ? 'The picture' : 'The file'

async function isFileInside(
  path: string,
  isInside: (realPath: string) => boolean,
): Promise<boolean> {
  try {
    const real = await realpath(path)
    return isInside(real) && (await stat(real)).isFile()
  } catch {
    return false
  }
}
