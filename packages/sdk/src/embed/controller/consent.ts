import type { createIdentity } from './identity.js'
import type { createKeep } from './keep.js'
import type { createSessionRecord } from './kept-session.js'
import type { KeptTexts, TextStorage } from './open-storage.js'

/** What the visitor has said, as the tabs of a browser tell each other. */
export interface Decision {
  granted: boolean
  /** When, by `Date.now()`: the last one holds. */
  at: number
  /** What the tab held that deleted it from the storage of both. */
  texts: KeptTexts
}

export interface ConsentDeps {
  /** Whether anything may be kept before the visitor has said so. */
  granted: boolean
  storage: TextStorage
  record: ReturnType<typeof createSessionRecord>
  keep: Pick<ReturnType<typeof createKeep>, 'putAside'>
  identity: Pick<ReturnType<typeof createIdentity>, 'follow'>
  tell(decision: Decision): void
  changed(granted: boolean): void
}

/** Whether the browser may keep anything, in every tab alike. */
export function createConsent({ granted, storage, ...deps }: ConsentDeps) {
  let last: Decision = { granted, at: 0, texts: [] }

  function follow(decision: Decision): void {
    const isChange = decision.granted !== last.granted
    // What was held goes on in the tabs that were there, and ends with them or a logout.
    last = { ...decision, texts: [] }
    storage.allow(decision.granted, decision.texts)
    // Somebody may be known from an earlier visit; what they have just written is theirs, too.
    deps.keep.putAside(deps.record.read())
    deps.identity.follow()
    if (isChange) deps.changed(decision.granted)
  }

  return {
    set(granted: boolean): void {
      if (granted && last.granted) return
      const texts = granted || !storage.isShared ? [] : storage.all()
      const decision = { granted, at: Date.now(), texts }
      follow(decision)
      deps.tell(decision)
    },

    heard(decision: Decision): void {
      if (decision.at > last.at) follow(decision)
    },

    /** A tab has come, or come back from sleep: it may not know. */
    repeat(): void {
      if (last.at) deps.tell(last)
    },
  }
}
