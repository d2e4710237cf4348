import type { createIdentity } from './identity.js'
import type { TextStorage } from './open-storage.js'
import type { PageSide } from './page-side.js'
import type { createTabs } from './tabs.js'

/** The server is told, but nobody who leaves waits long for its answer. */
const PATIENCE = 2_000

export interface LogoutDeps {
  identity: Pick<ReturnType<typeof createIdentity>, 'forget' | 'follow'>
  storage: TextStorage
  tabs: Pick<ReturnType<typeof createTabs>, 'tellLogout'>
  side: Pick<PageSide, 'forgetOpening'>
  report(error: unknown): void
}

/** The end of a person in this browser: in memory, in storage and in every tab. */
export function createLogout({ identity, storage, tabs, side, report }: LogoutDeps) {
  function wipe(isTold: boolean): Promise<void> {
    const ended = identity.forget({ isTold })
    storage.clear()
    side.forgetOpening()
    return ended
  }

  return {
    async logout(): Promise<void> {
      const ended = wipe(true).catch(report)
      await tabs.tellLogout()
      // Another tab may have written between our wiping and its hearing of it.
      storage.clear()
      await Promise.race([ended, new Promise((late) => setTimeout(late, PATIENCE))])
    },

    /** Another tab logs out. Sessions that are not shared end one by one. */
    heard: () => void wipe(!storage.isShared).catch(() => {}),

    /** The page slept, and nobody could tell it. Where no storage can, it takes the worst to be so. */
    returned(): void {
      if (storage.isLasting) identity.follow()
      else wipe(true).catch(() => {})
    },
  }
}
