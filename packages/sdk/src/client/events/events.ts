import type { WaypostError } from '../../contract/errors.js'
import type { streamRoutes } from '../../contract/routes.js'
import type { StreamEvent, StreamSignal } from '../../contract/stream.js'
import type { AccessOptions, Call } from '../call.js'
import type { Sleep } from '../sleep.js'
import type { Via } from '../transport.js'
import { readMessages } from './read-messages.js'
import { watchRest } from './watch-rest.js'

/**
 * `open`: everything is told as it happens. `waiting`: the line was cut, and is tried again. `buffered`:
 * something on the way keeps the stream back, look again yourself. `resting`: nobody sees the page, or
 * its person saves data. `ended`: for good, as the caller may not hear.
 */
export type EventsState = 'connecting' | 'open' | 'waiting' | 'buffered' | 'resting' | 'ended'

/** What happened, or what the stream says of itself: after a `reset`, read again what you show. */
export type HeardEvent =
  | StreamEvent
  | { kind: Exclude<StreamSignal, 'end' | 'reset'> }
  | { kind: 'reset' }
  | { kind: 'end'; code: string }

export interface EventsOptions extends Pick<AccessOptions, 'accessToken'> {
  /** The last number that was heard: what came after it is told first. */
  lastEventId?: string | undefined
  /** With its number in the log, to go on from. */
  onEvent(event: HeardEvent, lastEventId: string): void
  onState?(state: EventsState): void
  /** Whether it is heard also where nobody sees the page. */
  goesOn?: () => boolean
  /** Stands in for the wait between two tries. */
  sleep?: Sleep
  /** Stands in for `Math.random`, which spreads the waits. */
  random?: () => number
}

/** Not the one of the table, which would bring that along. */
const route: typeof streamRoutes.streamEvents = { method: 'GET', path: '/v1/stream' }

/** Milliseconds in which the server says hello; one that says nothing is kept from us. */
const HELLO = 5_000
/** It says every 20 s that it is there. */
const SILENCE = 50_000
const [SHORTEST, LONGEST] = [1_000, 30_000]
/** Without a network it is not worth a try, and it wakes us when it is back. */
const OFFLINE = 60_000
/** Where something keeps the stream back, it will do so again. */
const BUFFERED = 300_000
/** A line that held for so long was a good one. */
const GOOD = 10_000

/**
 * Hears what happens, for whoever the client speaks for: it comes back by itself where the line
 * is cut, and misses nothing. Returns what ends it. Apart, so that only who listens carries it:
 * `listenToEvents(client, { onEvent })`.
 */
export function listenToEvents(
  { call }: { call: Call },
  { lastEventId = '', onEvent, onState = () => {}, ...options }: EventsOptions,
): () => void {
  const { accessToken, goesOn = () => false, sleep = pause, random = Math.random } = options
  const whole = new AbortController()
  let line = new AbortController()
  let nap = new AbortController()
  let retry = 3_000
  /** What a server without room for us asks us to wait. */
  let asked = 0
  let state: EventsState | undefined
  const rest = watchRest(() => {
    if (rest.isResting) line.abort()
    nap.abort()
  }, goesOn)

  function become(next: EventsState): void {
    if (state === next || whole.signal.aborted) return
    state = next
    onState(next)
  }

  /** In place of `fetch`: the answer is heard while it comes, and is over when the line is. */
  const hear: Via = async (url, init) => {
    line = new AbortController()
    const cut = () => line.abort()
    if (whole.signal.aborted || rest.isResting) return over()
    whole.signal.addEventListener('abort', cut)
    let isKeptBack = false
    const late = () => {
      isKeptBack = state !== 'open'
      cut()
    }
    let timer = setTimeout(late, HELLO)
    try {
      const headers = new Headers(init.headers)
      headers.set('accept', 'text/event-stream')
      if (lastEventId) headers.set('last-event-id', lastEventId)
      const answer = await fetch(url, { ...init, headers, cache: 'no-store', signal: line.signal })
      const { status, headers: told } = answer
      // Tried again after our own waits alone: the call would make three tries of each.
      if (status === 429 || status > 499) {
        asked = Number(told.get('retry-after')) * 1_000 || 0
        return over()
      }
      if (!told.get('content-type')?.startsWith('text/event-stream')) return answer
      const reader = answer.body?.getReader()
      const decoder = new TextDecoder()
      const take = readMessages({ onMessage, onId, onRetry })
      for (;;) {
        const { value, done } = (await reader?.read()) ?? { done: true }
        if (done) return over()
        clearTimeout(timer)
        timer = setTimeout(late, SILENCE)
        become('open')
        take(decoder.decode(value, { stream: true }))
      }
    } catch {
      if (isKeptBack) become('buffered')
      return over()
    } finally {
      clearTimeout(timer)
      whole.signal.removeEventListener('abort', cut)
    }
  }

  function onId(id: string): void {
    lastEventId = id
  }

  function onRetry(milliseconds: number): void {
    retry = milliseconds
  }

  function onMessage({ kind, data }: { kind: string; data: string }): void {
    if (whole.signal.aborted) return
    try {
      onEvent({ ...JSON.parse(data), kind }, lastEventId)
    } catch (error) {
      // The fault of whoever listens is theirs, and the line stands.
      queueMicrotask(() => {
        throw error
      })
    }
  }

  /** One line, from its try to its end. Returns how long to wait for the next, or nothing: no more. */
  async function follow(failures: number): Promise<number | undefined> {
    asked = 0
    try {
      const { signal } = whole
      await call('streamEvents', { accessToken, signal }, { ...route, via: hear })
    } catch (error) {
      const { status = 0, retryAfter = 0 } = error as WaypostError
      if (status >= 400 && status < 500 && ![408, 429].includes(status)) return undefined
      asked = retryAfter * 1_000
    }
    if ((state as EventsState) === 'buffered') return BUFFERED
    const backOff = failures ? Math.min(LONGEST, SHORTEST * 2 ** failures) : retry
    return Math.max(rest.isOffline ? OFFLINE : 0, asked + backOff * (0.5 + random() / 2))
  }

  async function run(): Promise<void> {
    for (let failures = 0; !whole.signal.aborted; ) {
      nap = new AbortController()
      if (rest.isResting) {
        become('resting')
        await untilAborted(nap.signal)
        continue
      }
      if (state !== 'buffered') become('connecting')
      const began = Date.now()
      const wait = await follow(failures)
      if (wait === undefined) {
        become('ended')
        return stop()
      }
      failures = Date.now() - began > GOOD && state === 'open' ? 0 : failures + 1
      if (rest.isResting || whole.signal.aborted) continue
      if (state !== 'buffered') become('waiting')
      await sleep(wait, nap.signal)
    }
  }

  function stop(): void {
    whole.abort()
    nap.abort()
    rest.end()
  }

  void run()
  return stop
}

/** What a call understands as its answer. */
const over = () => new Response('{}', { headers: { 'content-type': 'application/json' } })

const untilAborted = (signal: AbortSignal) =>
  new Promise<void>((done) => signal.addEventListener('abort', () => done(), { once: true }))

const pause: Sleep = (milliseconds, signal) =>
  new Promise((wake) => {
    const timer = setTimeout(wake, milliseconds)
    signal?.addEventListener('abort', () => {
      clearTimeout(timer)
      wake()
    })
  })
