import type { Client } from '../../client/client.js'
import type { PageSide } from './page-side.js'

export interface UnreadDeps {
  side: Pick<PageSide, 'state' | 'knowsUnread' | 'showUnread'>
  /** Asked for late: the client is made after us. */
  client(): Pick<Client, 'live'>
  /** The session of whoever is here; nobody is asked for the replies to nobody. */
  token(): string | null | Promise<string | null>
  /** Who is here, `signed` or not, as far as is known; empty for nobody. */
  person(): string
  /** The number has changed, or is known for the first time. */
  changed(count: number): void
}

/** What was asked a moment ago is not asked again because the panel opens. */
const FRESH = 10_000

/** How many replies nobody here has read: asked when somebody is known, and when it may be another. */
export function createUnread({ side, client, token, person, changed }: UnreadDeps) {
  let isKnown = side.knowsUnread
  let askedAt = isKnown ? Date.now() : -FRESH
  /** Of the last question: what was asked for somebody who has gone counts no more. */
  let turn = 0
  /** Whose number it is: before we came it was asked for whom this browser knew. */
  let who = isKnown ? person() : undefined

  function know(count: number): void {
    if (isKnown && side.state.unread === count) return
    isKnown = true
    side.state.unread = count
    side.showUnread(count)
    changed(count)
  }

  async function ask(): Promise<void> {
    const mine = ++turn
    askedAt = Date.now()
    try {
      // As one of its own: were it refused, the session would be renewed for nobody's sake.
      const accessToken = await token()
      if (!accessToken) return
      const { unread } = await client().live({ accessToken })
      if (mine === turn && Number.isInteger(unread)) know(unread)
    } catch {
      // Nobody has asked us: it stays as it was.
    }
  }

  return {
    /** Somebody else may be here, who never sees the number of the one before. */
    follow(): void {
      const before = who
      who = person()
      if (who === before) return
      turn++
      // A visitor who gets a name goes on as the same person.
      if (!who || before?.startsWith('signed')) know(0)
      if (who) void ask()
    },

    /** They have read something, or may have. */
    again: () => void (person() && ask()),

    /** The panel opens: what is known must be right, and may be older than the page. */
    opened(): void {
      if (person() && Date.now() - askedAt > FRESH) void ask()
    },

    /** Said by another tab with the same session. */
    heard(count: number): void {
      turn++
      know(count)
    },
  }
}
