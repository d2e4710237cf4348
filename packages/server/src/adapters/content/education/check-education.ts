import type { ContentKind, Rule } from '@waypost/sdk/contract'
import type { ContentProblem } from '../../../domain/knowledge/article-draft.js'
import { whyDead, whyNoContent } from '../check-references.js'
import type { EducationFile } from './education-files.js'
import type { ReadFile } from './file-desk.js'
import { neverHolds } from './never-holds.js'
import type { Path, YamlValue } from './yaml-value.js'

/** A file that could be read, with what it says in its author's own shape. */
export interface CheckedFile extends ReadFile {
  readonly contentId: string
  readonly authored: object
  readonly yaml: YamlValue
}

export interface KnownIds {
  /** By language. */
  readonly articles: ReadonlyMap<string, ReadonlySet<string>>
  /** Contents, broken ones too, by id. */
  readonly contents: ReadonlyMap<string, ContentKind>
}

/** What leads nowhere, and rules that nobody can meet: warnings, all of them. */
export function checkEducation(
  files: readonly CheckedFile[],
  known: KnownIds,
): readonly ContentProblem[] {
  return [...files.flatMap((file) => checkFile(file, known)), ...circles(files)]
}

function checkFile({ file, authored, yaml, references }: CheckedFile, known: KnownIds) {
  const problems: ContentProblem[] = []
  const tell = (path: Path, message: string) =>
    problems.push({ file: file.path, line: yaml.lineOf(path), severity: 'warning', message })
  for (const { articleId, line } of references) {
    const message = articleId && whyDead(articleId, file.locale, known.articles)
    if (message) problems.push({ file: file.path, line, severity: 'warning', message })
  }
  for (const { path, says, id } of namedIn(authored)) {
    const message =
      says === 'article'
        ? whyDead(id, file.locale, known.articles)
        : whyNoContent(says, id, known.contents)
    if (message) tell(path, message)
  }
  const { when } = authored as { when?: Rule }
  const reason = when && neverHolds(when)
  if (reason) tell(['when'], `Nobody can ever see this: ${reason}.`)
  return problems
}

interface Named {
  readonly path: Path
  /** What it must be. */
  readonly says: ContentKind | 'article' | 'content'
  readonly id: string
}

/** Every id of something else that a file holds, wherever it stands. */
function* namedIn(value: unknown, path: Path = []): Generator<Named> {
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    for (const [at, item] of value.entries()) yield* namedIn(item, [...path, at])
    return
  }
  const part = value as Record<string, unknown>
  const isRule = path[0] === 'when'
  for (const [key, inside] of Object.entries(part)) {
    const at = [...path, key]
    if (key === 'content' && (isRule || path.at(-1) === 'doneBy')) {
      yield { path: at, says: 'content', id: String(inside) }
    } else if (key === 'article' && typeof inside === 'string') {
      yield { path: at, says: 'article', id: inside }
    } else if (key === 'tour' && typeof inside === 'string') {
      yield { path: at, says: 'tour', id: inside }
    } else if (key === 'start' && typeof inside === 'object' && inside !== null) {
      const { kind, id } = inside as { kind: ContentKind; id: string }
      yield { path: at, says: kind, id }
    } else if (key === 'requires' && Array.isArray(inside)) {
      for (const [index, id] of inside.entries()) {
        yield { path: [...at, index], says: 'course', id: String(id) }
      }
    } else yield* namedIn(inside, at)
  }
}

/** Courses that wait for each other, so that nobody can begin any of them. */
function circles(files: readonly CheckedFile[]): ContentProblem[] {
  const requires = new Map<string, readonly string[]>()
  for (const { contentId, authored, file } of files) {
    const named = (authored as { requires?: readonly string[] }).requires ?? []
    if (file.kind === 'course')
      requires.set(contentId, [...(requires.get(contentId) ?? []), ...named])
  }
  return files
    .filter(({ contentId, authored }) => 'requires' in authored && leadsTo(contentId, contentId))
    .filter(({ authored }) => (authored as { requires: readonly string[] }).requires.length > 0)
    .map(({ contentId, file, yaml }) => {
      const message = `"${contentId}" requires itself, by way of others; nobody can ever begin it.`
      return { file: file.path, line: yaml.lineOf(['requires']), severity: 'warning', message }
    })

  function leadsTo(goal: string, from: string, seen = new Set<string>()): boolean {
    return (requires.get(from) ?? []).some((id) => {
      if (id === goal) return true
      if (seen.has(id)) return false
      seen.add(id)
      return leadsTo(goal, id, seen)
    })
  }
}

/** Ids that stand for two contents; the first by path stays. A course has a file in each language. */
export function contentClashes(
  files: readonly { readonly contentId: string; readonly file: EducationFile }[],
): readonly { readonly file: EducationFile; readonly problem: ContentProblem }[] {
  const kept = new Map<string, EducationFile[]>()
  return files.flatMap(({ contentId, file }) => {
    const others = kept.get(contentId) ?? []
    const other = others.find(
      ({ kind, locale }) => kind !== 'course' || file.kind !== 'course' || locale === file.locale,
    )
    if (!other) {
      kept.set(contentId, [...others, file])
      return []
    }
    const message = `The id "${contentId}" is taken by ${other.path}; give one of the two another.`
    return [{ file, problem: { file: file.path, severity: 'error' as const, message } }]
  })
}
