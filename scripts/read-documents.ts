import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Document {
  /** From the root of the repository, with forward slashes. */
  readonly path: string
  readonly text: string
}

/** The Markdown files at the root and below `docs`, and what each package says of itself. */
export function readDocuments(root: string): readonly Document[] {
  const below = (folder: string, recursive: boolean) =>
    readdirSync(join(root, folder), { recursive, encoding: 'utf8' })
      .map((name) => join(folder, name).replaceAll('\\', '/'))
      .filter((path) => path.endsWith('.md'))
  const packages = readdirSync(join(root, 'packages')).flatMap((name) =>
    below(`packages/${name}`, false),
  )
  return [...below('', false), ...below('docs', true), ...packages].map((path) => ({
    path,
    text: readFileSync(join(root, path), 'utf8'),
  }))
}

const FENCED = /^```(\w*)\n([\s\S]*?)^```$/gm

/** Fenced code in a language, each with the line on which it begins. */
export function codeIn(text: string, language: string): { line: number; code: string }[] {
  return [...text.matchAll(FENCED)]
    .filter((match) => match[1] === language)
    .map((match) => ({ line: lineAt(text, match.index) + 1, code: match[2] ?? '' }))
}

/** The languages of its fenced code; empty for code in none. */
export function languagesIn(text: string): string[] {
  return [...text.matchAll(FENCED)].map((match) => match[1] ?? '')
}

/** What stands between single backticks, outside of fences, each with its whole line. */
export function inlineCodeIn(text: string): { code: string; inLine: string }[] {
  return withoutFences(text)
    .split('\n')
    .flatMap((inLine) =>
      [...inLine.matchAll(/`([^`]+)`/g)].map((match) => ({ code: match[1] ?? '', inLine })),
    )
}

/** Where its links lead, outside of code. */
export function linksIn(text: string): string[] {
  const prose = withoutFences(text).replace(/`[^`\n]+`/g, '')
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? '')
}

/** The anchors of its headings, as GitHub makes them. */
export function anchorsIn(text: string): string[] {
  return [...withoutFences(text).matchAll(/^#+ (.+)$/gm)].map((match) =>
    (match[1] ?? '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  )
}

/** Lines stay where they are. */
function withoutFences(text: string): string {
  return text.replace(FENCED, (fence) => fence.replace(/[^\n]/g, ''))
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length
}
