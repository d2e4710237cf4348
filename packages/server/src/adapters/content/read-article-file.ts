import { isWaypostError, richTextLimits } from '@waypost/sdk/contract'
import type { ArticleDraft, ContentProblem } from '../../domain/knowledge/article-draft.js'
import type { ParsedMarkdown, RichTextReader } from '../../domain/rich-text.js'
import { readArticleFields } from './article-fields.js'
import type { ContentFile } from './content-files.js'
import { type FrontMatter, splitFrontMatter } from './front-matter.js'
import { imageAddressOf, imagePathOf } from './image-path.js'
import { createProblems, type Problems } from './problems.js'
import { readTextFile } from './read-text-file.js'

/** What one file says by itself; whether its references lead anywhere is seen with all the others. */
export interface ArticleFile {
  readonly file: ContentFile
  /** Without its collection: the folder's own file names that. Absent where an error stands. */
  readonly draft?: Omit<ArticleDraft, 'collectionId'>
  readonly idLine: number
  readonly slugLine: number
  readonly references: ParsedMarkdown['references']
  /** Pictures in the folder, by their path inside it. */
  readonly images: readonly { readonly path: string; readonly line: number }[]
  readonly problems: readonly ContentProblem[]
}

export async function readArticleFile(
  file: ContentFile,
  reader: RichTextReader,
): Promise<ArticleFile> {
  const problems = createProblems(file.path)
  const nothing = { idLine: 1, slugLine: 1, references: [], images: [] }
  const left = () => ({ file, ...nothing, problems: problems.list })

  const text = await readTextFile(file.realPath, problems)
  const parts = text === undefined ? undefined : splitFrontMatter(text, problems)
  if (parts === undefined) return left()
  const fields = readArticleFields(parts.yaml, parts.yamlLine, file.name, problems)
  const parsed = readMarkdown(parts, file.path, reader, problems)
  if (fields === undefined || parsed === undefined) return left()

  const { idLine, slugLine, ...said } = fields
  const { locale, path: place } = file
  return {
    file,
    draft: { ...said, locale, markdown: parts.markdown, body: parsed.body, place },
    idLine,
    slugLine,
    references: parsed.references,
    images: parsed.images.flatMap(({ src, line }) => {
      const path = /^https?:/i.test(src) ? undefined : imagePathOf(src, file.path)
      return path === undefined ? [] : [{ path, line }]
    }),
    problems: problems.list,
  }
}

/** The tree with its lines counted from the top of the file. */
function readMarkdown(
  { markdown, markdownLine }: FrontMatter,
  place: string,
  reader: RichTextReader,
  problems: Problems,
): ParsedMarkdown | undefined {
  const inFile = <T extends { line: number }>(list: readonly T[]) =>
    list.map((item) => ({ ...item, line: item.line + markdownLine - 1 }))
  try {
    const parsed = reader.fromMarkdown(markdown, {
      resolveImage: (src) => {
        const path = imagePathOf(src, place)
        return path === undefined ? '' : imageAddressOf(path)
      },
    })
    for (const { address, line } of inFile(parsed.refused)) problems.warn(refusal(address), line)
    for (const { alt, line } of inFile(parsed.images)) {
      if (alt.trim() === '') problems.warn(NO_DESCRIPTION, line)
    }
    const { body, references, images } = parsed
    return { body, references: inFile(references), images: inFile(images), refused: [] }
  } catch (error) {
    if (!isWaypostError(error, 'invalid_input')) throw error
    problems.error(error.errors[0]?.code === 'too_long' ? TOO_LONG : TOO_COMPLEX, markdownLine)
    return undefined
  }
}

const NO_DESCRIPTION =
  'This picture has no description; put what it shows between the brackets: ![…](…).'
const TOO_LONG = `The article is longer than ${richTextLimits.article / 1024} kB, or a link longer than ${richTextLimits.link} characters; shorten or split it.`
const TOO_COMPLEX = `The article is nested deeper than ${richTextLimits.depth} levels or has more than ${richTextLimits.nodes} parts or ${richTextLimits.cells} table cells; make it simpler or split it.`

function refusal(address: string): string {
  const shown = address.length > 80 ? `${address.slice(0, 80)}…` : address
  return `The address "${shown}" cannot stand here, so only its words are shown; use https, mailto or tel, article:<id> for an article, or a picture inside the content folder.`
}
