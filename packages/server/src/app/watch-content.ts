import type { Storage } from '../domain/storage.js'

/**
 * A number that rises with every change of content: when it has been committed, and again when search
 * knows it. Other events raise it, too; they are few beside what is read.
 */
export function watchContent({
  storage,
  searchCaughtUp,
}: {
  storage: Storage
  searchCaughtUp(): Promise<void>
}) {
  let version = 0
  const stop = storage.onEvents(() => {
    version += 1
    searchCaughtUp().then(() => {
      version += 1
    })
  })
  return { version: () => version, stop }
}
