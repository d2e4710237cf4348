import type { ArticleDraft, ContentProblem } from '../../domain/knowledge/article-draft.js'
import type { ParsedMarkdown, RichTextReader } from '../../domain/rich-text.js'
import { readArticleFields } from './article-fields.js'
import type { ContentFile } from './content-files.js'
import { splitFrontMatter } from './front-matter.js'
import { createProblems } from './problems.js'
import { picturesInFolder, readMarkdown } from './read-markdown.js'
import { readTextFile } from './read-text-file.js'

/** What one file says by itself; whether its references lead anywhere is seen with all the others. */
export interface ArticleFile {
  readonly file: ContentFile
  /** Without its collection: the folder's own file names that. Absent where an error stands. */
  readonly draft?: Omit<ArticleDraft, 'collectionId'>
  readonly idLine: number
  readonly slugLine: number
  readonly tourLine: number
  readonly references: ParsedMarkdown['references']
  /** Pictures in the folder, by their path inside it. */
  readonly images: readonly { readonly path: string; readonly line: number }[]
  readonly problems: readonly ContentProblem[]
}

/** A file that stays out. */
export function brokenArticle(file: ContentFile, problems: readonly ContentProblem[]): ArticleFile {
  const nothing = { idLine: 1, slugLine: 1, tourLine: 1, references: [], images: [] }
  return { file, ...nothing, problems }
}

export async function readArticleFile(
  file: ContentFile,
  reader: RichTextReader,
): Promise<ArticleFile> {
  const problems = createProblems(file.path)
  const left = () => brokenArticle(file, problems.list)

  const text = await readTextFile(file.realPath, problems)
  const parts = text === undefined ? undefined : splitFrontMatter(text, problems)
  if (parts === undefined) return left()
  const fields = readArticleFields(parts.yaml, parts.yamlLine, file.name, problems)
  const parsed = readMarkdown(parts, file.path, reader, problems)
  if (fields === undefined || parsed === undefined) return left()

  const { idLine, slugLine, tourLine, ...said } = fields
  const { locale, path: place } = file
  return {
    file,
    draft: { ...said, locale, markdown: parts.markdown, body: parsed.body, place },
    idLine,
    slugLine,
    tourLine,
    references: parsed.references,
    images: picturesInFolder(parsed, file.path),
    problems: problems.list,
  }
}
