import type { ContentProblem } from '../../domain/knowledge/article-draft.js'

export type Problems = ReturnType<typeof createProblems>

/** Collects what is wrong with one file. Lines count from 1; without one the whole file is meant. */
export function createProblems(file: string) {
  const list: ContentProblem[] = []
  const add = (severity: ContentProblem['severity']) => (message: string, line?: number) => {
    list.push(line === undefined ? { file, severity, message } : { file, line, severity, message })
  }
  return {
    list: list as readonly ContentProblem[],
    /** The file stays out. */
    error: add('error'),
    /** The file comes in, without what is wrong. */
    warn: add('warning'),
  }
}
