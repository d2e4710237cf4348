import { isWaypostError, richTextLimits } from '@waypost/sdk/contract'
import type { ContentProblem } from '../../domain/knowledge/article-draft.js'
import type { ParsedMarkdown, RichTextReader } from '../../domain/rich-text.js'
import type { FrontMatter } from './front-matter.js'
import { imagePathOf, pictureAddress } from './image-path.js'
import type { Problems } from './problems.js'

/** The tree of a Markdown part of a file, with its lines counted from the top of that file. */
export function readMarkdown(
  { markdown, markdownLine }: Pick<FrontMatter, 'markdown' | 'markdownLine'>,
  place: string,
  reader: RichTextReader,
  problems: Problems,
): ParsedMarkdown | undefined {
  const inFile = <T extends { line: number }>(list: readonly T[]) =>
    list.map((item) => ({ ...item, line: item.line + markdownLine - 1 }))
  try {
    const parsed = reader.fromMarkdown(markdown, {
      resolveImage: (src) => pictureAddress(src, place),
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

/** Pictures that stand in the folder itself, by their path inside it. */
export function picturesInFolder({ images }: Pick<ParsedMarkdown, 'images'>, place: string) {
  return images.flatMap(({ src, line }) => {
    const path = /^https?:/i.test(src) ? undefined : imagePathOf(src, place)
    return path === undefined ? [] : [{ path, line }]
  })
}

const NO_DESCRIPTION =
  'This picture has no description; put what it shows between the brackets: ![…](…).'
const TOO_LONG = `This text is longer than ${richTextLimits.article / 1024} kB, or a link longer than ${richTextLimits.link} characters; shorten or split it.`
const TOO_COMPLEX = `This text is nested deeper than ${richTextLimits.depth} levels or has more than ${richTextLimits.nodes} parts or ${richTextLimits.cells} table cells; make it simpler or split it.`

const CANNOT_STAND =
  'cannot stand here, so only its words are shown; use https, mailto or tel, article:<id> for an article, or a picture inside the content folder.'

/** What is said of an address that a tree may not carry. */
export function refusal(address: string): string {
  const shown = address.length > 80 ? `${address.slice(0, 80)}…` : address
  return `The address "${shown}" ${CANNOT_STAND}`
}

export const isRefusal = ({ message }: ContentProblem): boolean => message.endsWith(CANNOT_STAND)
