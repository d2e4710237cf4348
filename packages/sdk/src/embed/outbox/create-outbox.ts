import type { Client } from '../../client/client.js'
import type { ErrorCode } from '../../contract/errors.js'
import type { NewQueued, Outbox, Queued, Sent } from '../../contract/outbox.js'
import type { SdkEventName, SdkEvents } from '../../contract/sdk-events.js'
import type { AskHooks } from '../controller/ask-hooks.js'
import type { TextStorage } from '../controller/open-storage.js'
import { createQueue, type QueueDeps } from './create-queue.js'
import { createSender } from './create-sender.js'
import { NEVER } from './outcome-of.js'
import { type SendDeps, sendQueued } from './send-queued.js'

export interface OutboxDeps extends Omit<QueueDeps, 'storage' | 'sessionKey'> {
  client: SendDeps['client'] & Pick<Client, 'session'>
  token: SendDeps['token']
  storage: TextStorage
  /** Of every key and lock of the site. */
  prefix: string
  ask: AskHooks
  /** Another one for another person. */
  own(): object
  /** Told to the other tabs. */
  tell(sent: Sent): void
  /** Told to the host. */
  emit<K extends SdkEventName>(name: K, payload: SdkEvents[K]): void
}

const refusal = (code: ErrorCode) =>
  Object.assign(new Error(code), { name: 'WaypostError', code, status: 0, errors: [] })

/** Fetched when somebody writes, or when something that they wrote waits in this browser. */
export function createOutbox({ client, storage, prefix, ask, own, ...deps }: OutboxDeps) {
  const { keep, token, tell, emit } = deps
  const hearers = new Set<(sent?: Sent) => void>()
  const queue = createQueue({ ...deps, storage, sessionKey: `${prefix}session` })
  const isCustomer = () => Boolean(keep.person?.customerId)
  let person = own()
  /** The session that was refused last. */
  let refused: string | null = null

  const sender = createSender({
    queue,
    name: `${prefix}outbox`,
    isShared: () => storage.isShared,
    async send(item, signal) {
      if (item.kind === 'ticket' && !isCustomer()) await sign(item.key, signal)
      return sendQueued(item, signal, { client, token, isCustomer })
    },
    own,
    changed(item, sent) {
      if (sent) arrived(item, sent)
      else if (item.notBefore === NEVER) void remember()
      // Nobody writes an answer a second time.
      else if (item.kind === 'vote' && item.state === 'failed') queue.drop(item.key)
      hear(sent)
    },
  })

  function hear(sent?: Sent): void {
    for (const hearer of [...hearers]) hearer(sent)
  }

  /** Before it goes: they may have a name when they ask for its answer again. */
  async function sign(key: string, signal: AbortSignal): Promise<void> {
    // One that is on its way is waited for.
    await client.session.has()
    const by = (await token()) ?? (await client.session.start({ signal })).token
    if (!isCustomer()) queue.change(key, { by })
  }

  /** Whoever logs out meanwhile has none. */
  const tokenNow = () => Promise.resolve(token()).catch(() => null)

  async function remember(): Promise<void> {
    refused = await tokenNow()
  }

  function arrived(item: Queued, sent: Sent): void {
    tell(sent)
    if (sent.kind === 'ticket') {
      const { id: ticketId, reference } = sent.answer
      emit('ticket:opened', { ticketId, reference })
    } else if (sent.kind === 'message') {
      const { ticketId, answer } = sent
      emit('ticket:replied', { ticketId, messageId: answer.id, author: 'requester' })
    } else if (item.kind === 'vote') {
      const { articleId, locale, body } = item
      // What explains it finds the vote that it belongs to.
      for (const one of queue.list()) {
        if (one.kind !== 'vote' || one.after !== item.key) continue
        queue.change(one.key, { body: { ...one.body, voteId: sent.answer.id } })
      }
      if (!body.voteId) emit('article:voted', { articleId, locale, helpful: body.helpful })
    }
  }

  async function asked(item: NewQueued): Promise<NewQueued> {
    if (item.kind === 'ticket') return { ...item, body: await ask('ticket:create', item.body) }
    if (item.kind !== 'message') return item
    const { ticketId, body } = item
    const { message } = await ask('message:send', { ticketId, message: body.message })
    return { ...item, body: { ...body, message } }
  }

  /** What waited for a network, or for whoever was not known, need not wait any more. */
  function ripen(isKnown: boolean): void {
    for (const { key, state, why, notBefore } of queue.list()) {
      const isRipe = notBefore === NEVER ? isKnown : why?.code !== 'rate_limited'
      if (state === 'waiting' && notBefore && isRipe) queue.change(key, { notBefore: undefined })
    }
    sender.wake()
  }

  async function follow(): Promise<void> {
    queue.handOver()
    queue.mark()
    if (own() !== person) {
      person = own()
      sender.stop()
    }
    hear()
    const now = await tokenNow()
    ripen(Boolean(now) && now !== refused)
  }

  const woken = () => {
    if (document.visibilityState === 'visible') ripen(false)
  }
  const elsewhere = ({ key }: StorageEvent) => {
    if (key && !key.includes(':outbox:')) return
    hear()
    sender.wake()
  }
  // A page that sleeps with a lock that another one wants is thrown away by the browser.
  const sleep = () => sender.stop()
  const listeners: [string, (event: never) => void][] = [
    ['online', woken],
    ['offline', () => hear()],
    ['pageshow', woken],
    ['visibilitychange', woken],
    ['storage', elsewhere],
    ['pagehide', sleep],
  ]
  for (const [name, listener] of listeners) addEventListener(name, listener as EventListener)
  void follow()

  return {
    get isLasting() {
      return queue.isLasting
    },

    list: queue.list,

    async add(item) {
      // As long as nobody knows who is here, nobody knows whose it is.
      await client.session.has()
      if (queue.find(item.key)) return sender.wake()
      const mine = own()
      const queued = { ...(await asked(item)), queuedAt: Date.now(), tries: 0, state: 'waiting' }
      if (own() !== mine || !keep.person) throw refusal('aborted')
      if (!queue.add(queued as Queued)) throw refusal('storage_full')
      hear()
      sender.wake()
    },

    again(key) {
      const item = queue.find(key)
      if (!item || item.state === 'sending') return
      const ticketId = item.kind === 'message' ? item.ticketId : undefined
      for (const one of queue.list()) {
        const isOfIt = one.key === key || (one.kind === 'message' && one.ticketId === ticketId)
        if (!isOfIt || one.state === 'sending') continue
        const isAsked = one.key === key || one.state === 'waiting'
        if (isAsked)
          queue.change(one.key, { state: 'waiting', why: undefined, notBefore: undefined })
      }
      hear()
      sender.wake()
    },

    take(key) {
      const item = queue.find(key)
      if (!item || item.state === 'sending') return undefined
      queue.drop(key)
      hear()
      return item
    },

    listen(hearer) {
      hearers.add(hearer)
      return () => void hearers.delete(hearer)
    },

    /** Somebody else may be here, or the same by name. */
    follow: () => void follow(),

    /** Another tab has sent something. */
    told: hear,

    /** The server answers again. */
    reached: () => ripen(false),

    end() {
      sender.end()
      for (const [name, listener] of listeners) removeEventListener(name, listener as EventListener)
      hearers.clear()
    },
  } satisfies Outbox & Record<string, unknown>
}

export type OutboxPart = ReturnType<typeof createOutbox>
