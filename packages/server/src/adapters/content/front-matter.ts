import type { Problems } from './problems.js'

/** A file in its two parts, each with the line on which it begins. */
export interface FrontMatter {
  readonly yaml: string
  readonly yamlLine: number
  readonly markdown: string
  readonly markdownLine: number
}

const OPENS = /^---[ \t]*$/
const CLOSES = /^(?:---|\.\.\.)[ \t]*$/

/** Takes a file apart at its two `---` lines; `undefined` and a problem where they are not there. */
export function splitFrontMatter(text: string, problems: Problems): FrontMatter | undefined {
  const lines = text.split('\n')
  if (!OPENS.test(lines[0] ?? '')) {
    problems.error('The front matter is missing; begin the file with ---, title: … and ---.', 1)
    return undefined
  }
  const close = lines.findIndex((line, at) => at > 0 && CLOSES.test(line))
  if (close === -1) {
    problems.error('The front matter is not closed; put a line --- after its last key.', 1)
    return undefined
  }
  const blank = lines.slice(close + 1).findIndex((line) => line.trim() !== '')
  const first = close + 1 + Math.max(blank, 0)
  return {
    yaml: lines.slice(1, close).join('\n'),
    yamlLine: 2,
    markdown: tidyMarkdown(text.split('\n').slice(first).join('\n')),
    markdownLine: first + 1,
  }
}

/** Markdown as it is kept: no blank lines around it, so that writing and reading agree. */
export function tidyMarkdown(markdown: string): string {
  return markdown
    .replace(/\r\n?/g, '\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd()
}
