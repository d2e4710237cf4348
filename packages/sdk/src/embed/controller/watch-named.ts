import type { createSessionRecord, KeptSession } from './kept-session.js'

/** The same record; `left` is called when it names another customer than last, or nobody. */
export function watchNamed(
  { read, write }: ReturnType<typeof createSessionRecord>,
  left: () => void,
) {
  return {
    read,
    write(session: KeptSession | null): void {
      const before = read()?.subject
      write(session)
      // A visitor who comes after a session has ended does not undo it.
      if (before && before !== session?.subject) left()
    },
  }
}
