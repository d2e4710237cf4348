import type { RichText } from '@waypost/sdk/contract'
import type { ContentProblem } from '../../../domain/knowledge/article-draft.js'
import type { ParsedMarkdown, RichTextReader } from '../../../domain/rich-text.js'
import { createProblems, type Problems } from '../problems.js'
import { picturesInFolder, readMarkdown } from '../read-markdown.js'
import { readTextFile } from '../read-text-file.js'
import type { EducationFile } from './education-files.js'

/** What every file of education says by itself, whatever its kind. */
export interface ReadFile {
  readonly file: EducationFile
  /** Links of its texts to articles. */
  readonly references: ParsedMarkdown['references']
  /** Pictures and films in the folder, by their path inside it. */
  readonly images: readonly { readonly path: string; readonly line: number }[]
  readonly problems: readonly ContentProblem[]
}

/** What reads one file: its text, its Markdown, and what is wrong with either. */
export interface Desk {
  readonly problems: Problems
  text(): Promise<string | undefined>
  /** A part in Markdown that begins on a line of the file. */
  markdown(text: string, line: number): RichText
  /** A file of the folder that it shows. */
  shows(path: string, line: number): void
  /** All that was found in it. */
  found(): ReadFile
}

export function createDesk(file: EducationFile, reader: RichTextReader): Desk {
  const problems = createProblems(file.path)
  const references: ParsedMarkdown['references'][number][] = []
  const images: { path: string; line: number }[] = []
  return {
    problems,
    text: () => readTextFile(file.realPath, problems),
    markdown(text, line) {
      const part = { markdown: text, markdownLine: line }
      const parsed = readMarkdown(part, file.path, reader, problems)
      if (!parsed) return []
      references.push(...parsed.references)
      images.push(...picturesInFolder(parsed, file.path))
      return parsed.body
    },
    shows: (path, line) => void images.push({ path, line }),
    found: () => ({ file, references, images, problems: problems.list }),
  }
}

export function hasErrors({ problems }: { problems: readonly ContentProblem[] }): boolean {
  return problems.some(({ severity }) => severity === 'error')
}
