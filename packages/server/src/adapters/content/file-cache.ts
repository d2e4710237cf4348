import type { ContentProblem } from '../../domain/knowledge/article-draft.js'

/** How many files are open at once. */
const AT_ONCE = 16

/** A file as it stands now: another stamp is another state of it. */
interface StampedFile {
  readonly path: string
  readonly stamp: string
}

/**
 * Reads files in their order, and those alone that changed since the call before. One that the reader
 * fails at is `broken`, and holds back no other.
 */
export function createFileCache<F extends StampedFile, T>(
  read: (file: F) => Promise<T>,
  broken: (file: F, problems: readonly ContentProblem[]) => NoInfer<T>,
) {
  let kept = new Map<string, { stamp: string; value: T }>()
  return async (files: readonly F[]): Promise<readonly T[]> => {
    const next: typeof kept = new Map()
    for (let at = 0; at < files.length; at += AT_ONCE) {
      await Promise.all(
        files.slice(at, at + AT_ONCE).map(async (file) => {
          const before = kept.get(file.path)
          const { stamp } = file
          const isSame = before?.stamp === stamp
          next.set(
            file.path,
            isSame ? before : { stamp, value: await read(file).catch(failing(file)) },
          )
        }),
      )
    }
    kept = next
    return files.flatMap(({ path }) => next.get(path)?.value ?? [])
  }

  function failing(file: F) {
    return (error: unknown): T => {
      const name = error instanceof Error ? error.name : 'unknown reason'
      const message = `The server fails at this file (${name}); take back what was changed last in it.`
      return broken(file, [{ file: file.path, severity: 'error', message }])
    }
  }
}
