import type { WaypostError } from '@waypost/sdk/client'
import type { ErrorCode, Message, Outbox, Queued, Sent } from '@waypost/sdk/contract'
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { listenWhileConnected } from '../../foundation/listen-while-connected.js'
import type { PanelContext } from '../../foundation/panel-context.js'
import { shownState } from './say-unsent.js'
import type { SentFile } from './uploads/uploads-changed-event.js'

/** A reply that was sent from here, as far as it has come. */
export interface Outgoing {
  key: string
  message: string
  files?: readonly SentFile[]
  /** `waiting` goes by itself; `failed` waits for a person; `gone` has arrived or was taken back. */
  state: 'sending' | 'waiting' | 'failed' | 'gone'
  /** What it waits for, or why it failed, where somebody has said. */
  why?: ErrorCode | undefined
  /** When it is tried again by itself. */
  at?: number | undefined
}

/** What has been written and does not stand in the outbox yet. */
export type NotQueued = Pick<Outgoing, 'key' | 'message' | 'files'>

export interface OutgoingDeps {
  panel: () => PanelContext
  ticket: () => { ticketId: string; accessToken?: string | undefined }
  arrived: (message: Message) => void
  /** A person has to change it. */
  givenBack: (one: Outgoing, isOfFiles: boolean) => void
  /** Whatever is not in the outbox yet is another. */
  changed: () => void
}

const nobody = () => {}

/** The replies that have left the composer: how they come into the outbox, and what becomes of them there. */
export class OutgoingController implements ReactiveController {
  /** Each keeps its place, so that no button comes to stand where another one was pressed. */
  all: readonly Outgoing[] = []

  #isOpen = false
  #outbox: Outbox | undefined
  #stop = nobody
  /** What stands in the outbox, or has stood there. */
  readonly #queued = new Set<string>()
  #queueing: Promise<void> = Promise.resolve()
  readonly #host: ReactiveControllerHost
  readonly #deps: OutgoingDeps

  constructor(host: ReactiveControllerHost, deps: OutgoingDeps) {
    this.#host = host
    this.#deps = deps
    host.addController(this)
    listenWhileConnected(host, {
      online: () => {
        for (const { key, state } of this.all) if (state === 'waiting') this.#queue(key)
        host.requestUpdate()
      },
      offline: () => host.requestUpdate(),
    })
  }

  hostConnected(): void {
    if (this.#isOpen) void this.#meet()
  }

  hostDisconnected(): void {
    this.#stop()
    this.#stop = nobody
  }

  /** Begins with what had not come into the outbox: it goes there before anything that is written now. */
  open(notQueued: readonly NotQueued[]): void {
    this.#isOpen = true
    this.#queued.clear()
    this.#set(notQueued.map((one) => ({ ...one, state: 'sending' })))
    for (const { key } of notQueued) this.#queue(key)
    void this.#meet()
  }

  get notQueued(): readonly NotQueued[] {
    return this.all
      .filter(({ key, state }) => state !== 'gone' && !this.#queued.has(key))
      .map(({ key, message, files }) => ({ key, message, ...(files && { files }) }))
  }

  /** Whether what waits outlives the page. */
  get isLasting(): boolean {
    return this.#outbox?.isLasting !== false
  }

  add(one: NotQueued): void {
    this.#set([...this.all, { ...one, state: 'sending' }])
    this.#queue(one.key)
  }

  /** Now, whatever it waits for. */
  sendAgain(key: string): void {
    if (this.#queued.has(key)) this.#outbox?.again(key)
    else this.#queue(key)
  }

  /** Takes back what did not go out. */
  remove(key: string): void {
    if (this.#queued.has(key) && !this.#outbox?.take(key)) return
    this.#move(key, 'gone')
    this.#deps.changed()
  }

  /** One after another, so that replies wait in the order in which they were written. */
  #queue(key: string): void {
    if (this.#queued.has(key)) return
    this.#move(key, 'sending')
    this.#queueing = this.#queueing.then(() => this.#add(key))
  }

  async #add(key: string): Promise<void> {
    const one = this.all.find((each) => each.key === key)
    if (one?.state !== 'sending') return
    const { message, files = [] } = one
    const attachmentIds = files.map(({ id }) => id)
    const body = { message, ...(files.length > 0 && { attachmentIds }) }
    const { ticketId, accessToken } = this.#deps.ticket()
    const access = accessToken ? { accessToken } : {}
    try {
      const outbox = await this.#deps.panel().outbox()
      // It could not be had when this opened: what becomes of the reply is to be heard.
      if (!this.#outbox) await this.#meet()
      await outbox.add({ kind: 'message', key, ticketId, ...access, body, draft: files })
      this.#queued.add(key)
      this.#deps.changed()
      this.#look()
    } catch (error) {
      const { code } = error as Partial<WaypostError>
      // Without a code nothing could be fetched.
      this.#move(key, code ? 'failed' : 'waiting', code)
    }
  }

  /** From now on it hears of what waits, in every tab. */
  async #meet(): Promise<void> {
    this.#stop()
    let isLeft = false
    this.#stop = () => {
      isLeft = true
    }
    const outbox = await this.#deps.panel().outbox().catch(nobody)
    if (!outbox || isLeft) return
    this.#outbox = outbox
    this.#stop = outbox.listen((sent) => this.#look(sent))
    this.#look()
  }

  #look(sent?: Sent): void {
    const { ticketId } = this.#deps.ticket()
    const items = (this.#outbox?.list() ?? []).filter(
      (item) => item.kind === 'message' && item.ticketId === ticketId,
    )
    const mine = inOrder(items)
    const known = this.all.map(({ key }) => key)
    const gone = (one: Outgoing): Outgoing =>
      this.#queued.has(one.key) ? { ...one, state: 'gone' } : one
    this.#set([
      ...this.all.map((one) => mine.get(one.key) ?? gone(one)),
      ...[...mine.values()].filter(({ key }) => !known.includes(key)),
    ])
    for (const key of mine.keys()) this.#queued.add(key)
    if (sent?.kind === 'message' && sent.ticketId === ticketId) this.#deps.arrived(sent.answer)
    for (const item of items) if (item.state === 'failed') this.#giveBack(item)
  }

  /** What can be changed stands in the composer again. */
  #giveBack({ key, why }: Queued): void {
    if (why?.code !== 'ticket_closed' && why?.code !== 'invalid_input') return
    const one = this.all.find((each) => each.key === key)
    if (!one || !this.#outbox?.take(key)) return
    this.#move(key, 'gone')
    this.#deps.givenBack(
      one,
      why.errors.some(({ path }) => path.startsWith('attachmentIds')),
    )
  }

  #move(key: string, state: Outgoing['state'], why?: ErrorCode): void {
    this.#set(this.all.map((one) => (one.key === key ? { ...one, state, why } : one)))
  }

  #set(all: readonly Outgoing[]): void {
    this.all = all
    this.#host.requestUpdate()
  }
}

/** What stands behind another reply waits for the same. */
function inOrder(items: readonly Queued[]): Map<string, Outgoing> {
  const all = new Map<string, Outgoing>()
  let before: Outgoing | undefined
  for (const item of items) {
    const one = asOutgoing(item)
    const isBehind = one.state === 'sending' && before?.state === 'waiting'
    before = isBehind ? { ...one, state: 'waiting', why: before?.why, at: before?.at } : one
    all.set(item.key, before)
  }
  return all
}

function asOutgoing({ key, body, draft, state, why, tries, notBefore }: Queued): Outgoing {
  const files = (draft ?? []) as readonly SentFile[]
  const { message } = body as { message: string }
  // Before the first try somebody is about to send it, if there is a network.
  const isFirst = state === 'waiting' && tries === 0 && navigator.onLine
  return {
    key,
    message,
    ...(files.length > 0 && { files }),
    state: isFirst ? 'sending' : shownState({ state, why }),
    why: why?.code,
    at: notBefore,
  }
}
