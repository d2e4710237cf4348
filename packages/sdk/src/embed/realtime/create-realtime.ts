import type { Call } from '../../client/call.js'
import { type EventsState, type HeardEvent, listenToEvents } from '../../client/events/events.js'
import type { Realtime, RealtimeEvent } from '../../contract/realtime.js'
import type { streamRoutes } from '../../contract/routes.js'
import type { SdkEventName, SdkEvents } from '../../contract/sdk-events.js'
import type { TextStorage } from '../controller/open-storage.js'
import type { News } from '../controller/tabs.js'
import { createAwaited } from './create-awaited.js'
import { createLead } from './create-lead.js'

export interface RealtimeDeps {
  call: Call
  hasSession(): Promise<boolean>
  storage: TextStorage
  /** Of every key and lock of the site. */
  prefix: string
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
}

/** Milliseconds between two looks where there is no stream. */
const EVERY = 30_000
/** The server tells no more often who is writing. */
const WRITING = 4_000
const typing: typeof streamRoutes.tellTyping = { method: 'POST', path: '/v1/tickets/{id}/typing' }
const wakes = ['visibilitychange', 'pageshow', 'focus', 'online']

/** Fetched when somebody asks, waits for an answer, or looks at what they have asked. */
export function createRealtime({ call, hasSession, storage, prefix, tell, ...deps }: RealtimeDeps) {
  const hearers = new Set<(event: RealtimeEvent) => void>()
  const awaited = createAwaited(storage, `${prefix}awaited`)
  let last = ''
  let isLive = false
  let isOver = false
  /** There is no stream for whoever is here. */
  let isRefused = false
  let toldAt = 0

  const lead = createLead({
    name: `${prefix}stream`,
    isShared: () => storage.isShared,
    begin() {
      const stop = listenToEvents({ call }, { lastEventId: last, onEvent: heard, onState: became })
      return () => {
        stop()
        liven(false)
      }
    },
  })
  const timer = setInterval(() => {
    if (!isLive && !document.hidden && isNeeded()) deps.count()
  }, EVERY)

  const isNeeded = () => hearers.size > 0 || deps.isWanted || awaited.isAny()

  /** Whether this tab wants to lead: asked whenever that may have changed. */
  async function settle(): Promise<void> {
    const isSomebody = isNeeded() && (await hasSession())
    if (!isSomebody || isOver || isRefused || !isNeeded()) lead.leave()
    // One that nobody sees goes on for a while, and does not begin.
    else if (!document.hidden) lead.want()
  }
  function wake(): void {
    void settle()
    // Whoever leads says how it is: this tab has come late, or slept.
    if (!lead.isLeading) tell({})
  }

  function liven(next: boolean): void {
    isLive = next
    tell({ isLive })
  }

  function became(state: EventsState): void {
    liven(state === 'open')
    isRefused = state === 'ended'
    if (state === 'resting' || state === 'ended') lead.leave()
  }

  function heard(event: HeardEvent, id: string): void {
    tell({ event, id })
    pass(event, id)
    const isAnswer = event.kind === 'ticket.replied' && event.author === 'agent'
    // In this one tab. Before somebody has used the page the browser would only warn.
    if (isAnswer && deps.hasSound && navigator.userActivation?.hasBeenActive) {
      import('./play-sound.js').then(
        ({ playSound }) => playSound(),
        () => {},
      )
    }
    if (/^ticket.re(plied|ad)|ready|reset/.test(event.kind)) deps.count()
  }

  function pass(event: HeardEvent, id: string): void {
    last = id
    if (event.kind === 'end') return
    // What was shown before the stream began may be older than that.
    const news = event.kind === 'ready' ? ({ kind: 'reset' } as const) : event
    for (const hear of hearers) hear(news)
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
  const sleep = () => lead.leave()
  addEventListener('pagehide', sleep)
  for (const name of wakes) addEventListener(name, wake)
  wake()

  return {
    get isLive() {
      return isLive
    },

    listen(hear) {
      hearers.add(hear)
      wake()
      return () => {
        hearers.delete(hear)
        wake()
      }
    },

    writes(id, { accessToken } = {}) {
      if (Date.now() - toldAt < WRITING) return
      toldAt = Date.now()
      const access = accessToken ? { accessToken } : {}
      call('tellTyping', access, { ...typing, params: { id } }).catch(() => {})
    },

    /** The host was told of a ticket. */
    told({ ticketId, author }: { ticketId: string; author?: string }) {
      if (author === 'agent') return
      awaited.asked(ticketId)
      wake()
    },

    /** Another tab has something to say. */
    hear({ event, id = '', isLive: next }: News) {
      if (next !== undefined) isLive = next
      if (event) pass(event, id)
      else if (next === undefined && lead.isLeading) tell({ isLive })
    },

    /** Somebody else may be here, who hears nothing of the one before. */
    follow() {
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
      removeEventListener('pagehide', sleep)
      hearers.clear()
    },
  } satisfies Realtime & Record<string, unknown>
}

export type RealtimePart = ReturnType<typeof createRealtime>
