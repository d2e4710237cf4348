import type { HeardEvent } from '../../client/events/events.js'
import type { Sent } from '../../contract/outbox.js'
import type { Progress } from '../../contract/progress.js'
import type { Decision } from './consent.js'

/** How long a tab has to answer before we take it that nobody is there. */
const GREETING = 100
/** How long a logout waits for a tab that was there and does not answer, as a crashed one. */
const PATIENCE = 1_000

export interface TabsDeps {
  /** The same in every tab of a site. */
  name: string
  /** A person has logged out elsewhere: nothing of them may be left when this returns. */
  onLogout(): void
  /** The page came back from where the browser kept it asleep, and heard nothing. */
  onReturn(): void
  /** The visitor has said elsewhere whether anything may be kept. */
  onDecision(decision: Decision): void
  /** Another tab has come, or has come back. */
  onHello(): void
  /** How many replies are unread, as another tab has heard. */
  onUnread(count: number): void
  /** What the tab that hears the stream has to say. */
  onNews(news: News): void
}

/** Something has happened, or whether all is heard at once; with neither, that is what it asks. */
export interface News {
  event?: HeardEvent
  /** Its number in the log. */
  id?: string
  isLive?: boolean
  /** Somebody sees this tab, and in it what has happened. */
  isSeen?: boolean
  /** Of what waited here has gone out. */
  sent?: Sent
  /** How far the person is with something by now. */
  progress?: Progress
  /** The one ticket that it hears of, where there is no session. */
  of?: string | undefined
}

interface Note {
  kind: 'hello' | 'here' | 'bye' | 'logout' | 'forgotten' | 'consent' | 'unread' | 'news'
  from: string
  decision?: Decision
  /** Replies that are unread. */
  count?: number
  news?: News
}

const sleep = (milliseconds: number) => new Promise((wake) => setTimeout(wake, milliseconds))

/**
 * The other tabs of this browser with the same site. Each is known by name, so that a logout can
 * wait until every one has forgotten. Where the browser has no channel, none is told.
 */
export function createTabs({ name, ...on }: TabsDeps) {
  const { onLogout, onReturn, onDecision, onHello, onUnread, onNews } = on
  const me = `${Math.random()}`
  const others = new Set<string>()
  /** During a logout, those that have not forgotten yet. */
  let unaware = new Set<string>()
  let allAware = () => {}
  let greeted: Promise<unknown> = Promise.resolve()
  let channel: BroadcastChannel | undefined

  const say = (kind: Note['kind'], more: Pick<Note, 'decision' | 'count' | 'news'> = {}) =>
    channel?.postMessage({ kind, from: me, ...more } satisfies Note)

  function hear({ kind, from, decision, count, news }: Note): void {
    if (kind === 'hello' || kind === 'here') {
      others.add(from)
      unaware.add(from)
    }
    if (kind === 'hello') {
      say('here')
      onHello()
    }
    if (decision) onDecision(decision)
    if (count !== undefined) onUnread(count)
    if (news) onNews(news)
    if (kind === 'logout') {
      onLogout()
      say('forgotten')
    }
    if (kind === 'bye') others.delete(from)
    if (kind === 'bye' || kind === 'forgotten') unaware.delete(from)
    if (unaware.size === 0) allAware()
  }

  function open(): void {
    try {
      channel = new BroadcastChannel(name)
    } catch {
      // Refused in some sandboxes; storage events still reach the tabs that share a storage.
      return
    }
    channel.onmessage = ({ data }: MessageEvent<Note>) => hear(data)
    say('hello')
    greeted = sleep(GREETING)
  }

  // A page with an open channel might not be kept for the way back.
  function close(): void {
    say('bye')
    channel?.close()
    channel = undefined
    others.clear()
  }

  const wake = ({ persisted }: PageTransitionEvent) => {
    if (!persisted) return
    open()
    onReturn()
  }

  open()
  addEventListener('pagehide', close)
  addEventListener('pageshow', wake)

  return {
    /** False where nothing can be told to other tabs. */
    get areHeard() {
      return channel !== undefined
    },

    tellDecision: (decision: Decision) => say('consent', { decision }),
    tellUnread: (count: number) => say('unread', { count }),
    tellNews: (news: News) => say('news', { news }),

    /** Resolves when every other tab has forgotten the person. */
    async tellLogout(): Promise<void> {
      unaware = new Set(others)
      say('logout')
      await greeted
      if (unaware.size === 0) return
      await Promise.race([new Promise<void>((done) => (allAware = done)), sleep(PATIENCE)])
      for (const name of unaware) others.delete(name)
    },

    end(): void {
      removeEventListener('pagehide', close)
      removeEventListener('pageshow', wake)
      close()
    },
  }
}
