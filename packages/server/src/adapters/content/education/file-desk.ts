import type { ContentProblem } from '../../../domain/knowledge/article-draft.js'
import type { ParsedMarkdown, RichTextReader } from '../../../domain/rich-text.js'
import { imageAddressOf, imagePathOf } from '../image-path.js'
import { createProblems, type Problems } from '../problems.js'
import { picturesInFolder, readMarkdown } from '../read-markdown.js'
import { readTextFile } from '../read-text-file.js'
import type { Desk } from './desk.js'
import type { EducationFile } from './education-files.js'
import type { YamlValue } from './yaml-value.js'

/** What every file of education says by itself, whatever its kind. */
export interface ReadFile {
  readonly file: EducationFile
  /** Links of its texts to articles. */
  readonly references: ParsedMarkdown['references']
  /** Pictures and films in the folder, by their path inside it. */
  readonly images: readonly { readonly path: string; readonly line: number }[]
  readonly problems: readonly ContentProblem[]
}

/** A desk for one file, whose places are lines. */
export interface FileDesk {
  readonly problems: Problems
  text(): Promise<string | undefined>
  /** With the lines of what was read. */
  with(lines: Pick<YamlValue, 'lineOf' | 'textLineOf'>): Desk
  /** All that was found in it. */
  found(): ReadFile
}

export function createFileDesk(file: EducationFile, reader: RichTextReader): FileDesk {
  const problems = createProblems(file.path)
  const references: ParsedMarkdown['references'][number][] = []
  const images: { path: string; line: number }[] = []
  return {
    problems,
    text: () => readTextFile(file.realPath, problems),
    with: ({ lineOf, textLineOf }) => ({
      error: (message, at) => problems.error(message, lineOf(at)),
      warn: (message, at) => problems.warn(message, lineOf(at)),
      placeOf: (at) => `on line ${lineOf(at)}`,
      markdown(text, at) {
        const part = { markdown: text, markdownLine: textLineOf(at) }
        const parsed = readMarkdown(part, file.path, reader, problems)
        if (!parsed) return []
        references.push(...parsed.references)
        images.push(...picturesInFolder(parsed, file.path))
        return parsed.body
      },
      addressOf(named, at) {
        const path = imagePathOf(named, file.path)
        if (path === undefined) return undefined
        images.push({ path, line: lineOf(at) })
        return imageAddressOf(path)
      },
    }),
    found: () => ({ file, references, images, problems: problems.list }),
  }
}

export function hasErrors({ problems }: { problems: readonly ContentProblem[] }): boolean {
  return problems.some(({ severity }) => severity === 'error')
}
