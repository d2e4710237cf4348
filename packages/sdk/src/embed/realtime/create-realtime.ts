import type { Call } from '../../client/call.js'
import { type EventsState, type HeardEvent, listenToEvents } from '../../client/events/events.js'
import type { SettingsChangedEventName } from '../../contract/panel.js'
import type { ListenedTicket, Realtime, RealtimeEvent } from '../../contract/realtime.js'
import type { streamRoutes } from '../../contract/routes.js'
import type { SdkEventName, SdkEvents } from '../../contract/sdk-events.js'
import type { KeptTickets } from '../controller/kept-tickets.js'
import type { TextStorage } from '../controller/open-storage.js'
import type { News } from '../controller/tabs.js'
import { createAwaited } from './create-awaited.js'
import { createLead } from './create-lead.js'
import type { Noticing } from './create-notices.js'

export interface RealtimeDeps {
  call: Call
  hasSession(): Promise<boolean>
  /** Tickets of somebody without a name, with what opens each. */
  kept: Pick<KeptTickets, 'all' | 'find'>
  storage: TextStorage
  /** Of every key and lock of the site. */
  prefix: string
  /** Another one for another person. */
  own(): object
  /** The host wants to hear of replies also where nobody waits for one. */
  isWanted: boolean
  /** A reply of the team is to be heard, literally. */
  hasSound: boolean
  /** Told to the other tabs. */
  tell(news: News): void
  /** Told to the host. */
  emit<K extends SdkEventName>(name: K, payload: SdkEvents[K]): void
  /** How many replies are unread may be another number now. */
  count(): void
  /** The line is open: what waits for the server need not wait any more. */
  opened(): void
  /** Opens a request; of the language of whoever is here. */
  show(ticketId: string): void
  locale(): string
}

/** Milliseconds between two looks where there is no stream. */
const EVERY = 30_000
/** Of so many looks one is taken while nobody answers. */
const RARELY = 4
/** The server tells no more often who is writing. */
const WRITING = 4_000
const nobody = () => {}
const typing: typeof streamRoutes.tellTyping = { method: 'POST', path: '/v1/tickets/{id}/typing' }
/** Milliseconds in which other tabs say that somebody sees them. */
const SEEN = 300
const wakes = ['visibilitychange', 'pageshow', 'focus', 'online']

/** Fetched when somebody asks, waits for an answer, or looks at what they have asked. */
export function createRealtime({ call, hasSession, kept, ...deps }: RealtimeDeps) {
  const { storage, prefix, tell } = deps
  const hearers = new Map<(event: RealtimeEvent) => void, ListenedTicket | undefined>()
  const awaited = createAwaited(storage, `${prefix}awaited`)
  let last = ''
  let isLive = false
  /** By which ticket this tab would listen, as there is no session. */
  let byTicket: ListenedTicket | undefined
  /** Of which ticket the stream tells, if not of all. */
  let heardOf: string | undefined
  /** Tries that led to nothing, since the line was open. */
  let tries = 0
  let isOver = false
  /** There is no stream for whoever is here. */
  let isRefused = false
  let toldAt = 0
  /** Somebody sees a tab of the site. */
  let isSeen = false
  let notices: Promise<Noticing> | undefined
  const noticesKey = `${prefix}notices`

  const lead = createLead({
    name: `${prefix}stream`,
    isShared: () => storage.isShared,
    begin() {
      const { ticketId, accessToken } = byTicket ?? {}
      // What was heard of one says nothing of another.
      if (heardOf !== ticketId) last = ''
      heardOf = ticketId
      const stop = listenToEvents(
        { call },
        { accessToken, lastEventId: last, onEvent: heard, onState: became, goesOn: isTold },
      )
      return () => {
        stop()
        liven(false)
      }
    },
  })
  let looks = 0
  const timer = setInterval(() => {
    // Of a server that is gone each look is a line of the console.
    const isGone = tries > 1 && ++looks % RARELY
    if (!isLive && !isGone && !document.hidden && isNeeded()) deps.count()
  }, EVERY)

  /** Somebody wants to be told of the answer that they wait for, wherever they are. */
  const isTold = () => storage.get(noticesKey) !== null && awaited.isAny()
  const isNeeded = () => hearers.size > 0 || deps.isWanted || awaited.isAny()

  const getNotices = () =>
    (notices ??= import('./create-notices.js').then(({ createNotices }) =>
      createNotices({ ...deps, ...awaited, call, key: noticesKey, changed: wake }),
    ))

  /** Whether this tab wants to lead: asked whenever that may have changed. */
  async function settle(): Promise<void> {
    const hasName = await hasSession()
    const before = byTicket?.accessToken
    byTicket = hasName ? undefined : findTicket()
    if (byTicket?.accessToken !== before) {
      lead.leave()
      isRefused = false
    }
    const isSomebody = hasName || byTicket
    if (!isSomebody || isOver || isRefused || !isNeeded()) lead.leave()
    // One that nobody sees goes on for a while, and does not begin.
    else if (!document.hidden || isTold()) lead.want()
  }
  /** Without a session one ticket can be heard: what is looked at, or else what was asked last. */
  function findTicket(): ListenedTicket | undefined {
    const seen = [...hearers.values()].findLast(Boolean)
    if (seen?.accessToken) return seen
    const one = kept.find(seen?.ticketId ?? awaited.newest()) ?? kept.all().at(-1)
    return one && { ticketId: one.id, accessToken: one.accessToken }
  }

  /** Whether the stream tells of it, whichever tab has it. */
  const isHeard = (ticket: ListenedTicket | undefined) =>
    heardOf ? ticket?.ticketId === heardOf : !ticket?.accessToken

  function wake(): void {
    // Who has logged out meanwhile wants nothing.
    settle().catch(nobody)
    // Whoever leads says how it is: this tab has come late, or slept.
    if (!lead.isLeading) tell({})
  }

  /** Here, or in the tab that leads. */
  function turn(next: boolean): void {
    if (next && !isLive) deps.opened()
    isLive = next
  }

  function liven(next: boolean): void {
    turn(next)
    tell({ isLive, of: heardOf })
  }

  function became(state: EventsState): void {
    liven(state === 'open')
    if (state === 'waiting') tries++
    if (state === 'open') {
      // What could not be looked at meanwhile can be now.
      if (tries > 1) heard({ kind: 'reset' }, last)
      tries = 0
    }
    isRefused = state === 'ended'
    if (state === 'resting' || state === 'ended') lead.leave()
  }

  function heard(event: HeardEvent, id: string): void {
    isSeen = !document.hidden
    const wasTold = isTold()
    tell({ event, id })
    pass(event, id)
    const isAnswer = event.kind === 'ticket.replied' && event.author === 'agent'
    // By this one tab, where no other one is before somebody's eyes.
    if (isAnswer && wasTold) {
      setTimeout(() => isSeen || getNotices().then((it) => it.show(event.ticketId), nobody), SEEN)
    }
    // In this one tab. Before somebody has used the page the browser would only warn.
    if (isAnswer && deps.hasSound && navigator.userActivation?.hasBeenActive) {
      getNotices().then((it) => it.play(), nobody)
    }
    if (/^ticket.re(plied|ad)|ready|reset/.test(event.kind)) deps.count()
  }

  function pass(event: HeardEvent, id: string): void {
    last = id
    if (event.kind === 'end') return
    // What was shown before the stream began may be older than that.
    const news = event.kind === 'ready' ? ({ kind: 'reset' } as const) : event
    if (/^(settings|reset)/.test(event.kind)) {
      dispatchEvent(new Event('waypost-settings-changed' satisfies SettingsChangedEventName))
    }
    if (event.kind === 'ticket.read') void notices?.then((it) => it.close())
    for (const hear of hearers.keys()) hear(news)
    if (event.kind === 'ticket.replied' && event.author === 'agent') {
      const { ticketId, messageId, author } = event
      awaited.answered(ticketId)
      deps.emit('ticket:replied', { ticketId, messageId, author })
    }
    const { ticketId } = event as { ticketId: string }
    if (event.kind === 'ticket.solved' && event.by === 'agent') {
      deps.emit('ticket:solved', { ticketId })
    }
    if (event.kind === 'ticket.reopened' && event.by === 'agent') {
      deps.emit('ticket:reopened', { ticketId })
    }
  }

  // A page that sleeps with a lock that another one wants is thrown away by the browser.
  addEventListener('pagehide', lead.leave)
  for (const name of wakes) addEventListener(name, wake)
  wake()

  return {
    get isLive() {
      return isLive && [...hearers.values()].every(isHeard)
    },

    listen(hear, ticket) {
      hearers.set(hear, ticket)
      wake()
      return () => {
        hearers.delete(hear)
        wake()
      }
    },

    notices: getNotices,

    writes(id, { accessToken } = {}) {
      if (Date.now() - toldAt < WRITING) return
      toldAt = Date.now()
      call('tellTyping', { accessToken }, { ...typing, params: { id } }).catch(nobody)
    },

    /** The host was told of a ticket. */
    told({ ticketId, author }: { ticketId: string; author?: string }) {
      if (author === 'agent') return
      awaited.asked(ticketId)
      wake()
    },

    /** Another tab has something to say. */
    hear({ event, id = '', isLive: next, of, isSeen: isSeenThere }: News) {
      if (isSeenThere) isSeen = true
      if (event && !document.hidden) tell({ isSeen: true })
      if (event) pass(event, id)
      // Whoever leads knows better than one that has just left off.
      else if (lead.isLeading) {
        if (next === undefined) tell({ isLive, of: heardOf })
      } else if (next !== undefined) {
        turn(next)
        heardOf = of
      }
    },

    /** Somebody else may be here, who hears nothing of the one before. */
    follow() {
      void notices?.then((it) => it.close())
      lead.leave()
      isRefused = false
      last = ''
      wake()
    },

    end() {
      isOver = true
      lead.leave()
      clearInterval(timer)
      for (const name of wakes) removeEventListener(name, wake)
      removeEventListener('pagehide', lead.leave)
      hearers.clear()
    },
  } satisfies Realtime & Record<string, unknown>
}

export type RealtimePart = ReturnType<typeof createRealtime>
