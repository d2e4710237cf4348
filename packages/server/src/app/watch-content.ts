import type { Storage } from '../domain/storage.js'

/**
 * A number that rises with every change of content, of this node or another: when it has been
 * committed, and again when search knows it. Other events raise it, too; they are few beside what is
 * read.
 */
export function watchContent({
  storage,
  lastFound,
}: {
  storage: Storage
  /** The number of the newest event that search knows. */
  lastFound(): number
}) {
  let wakes = 0
  const stop = storage.onEvents(() => {
    wakes += 1
  })
  return { version: () => wakes + lastFound(), stop }
}
