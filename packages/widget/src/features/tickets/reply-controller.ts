import type { WaypostError } from '@waypost/sdk/client'
import type { Message } from '@waypost/sdk/contract'
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { PanelContext } from '../../foundation/panel-context.js'
import { createDraft, type DraftStore } from './draft.js'
import { newKey } from './new-key.js'
import { type Trouble, troubleOf } from './trouble.js'

export const replyLimit = 10_000

/** A reply that has no answer yet. */
export interface Outgoing {
  key: string
  message: string
  state: 'sending' | 'unsent'
  trouble?: Trouble
}

/** What of it outlives the page. */
type Unsent = Pick<Outgoing, 'key' | 'message'>[]

export interface ReplyDeps {
  panel: () => PanelContext
  ticket: () => { ticketId: string; accessToken?: string | undefined }
  arrived: (message: Message) => void
  /** The ticket takes no replies any more; the words stand in the composer again. */
  refused: () => void
}

/** What one writes in a conversation, how it is kept, and how it goes out: once, in its order. */
export class ReplyController implements ReactiveController {
  words = ''
  outgoing: readonly Outgoing[] = []

  #draft: DraftStore<string, Unsent> | undefined
  #touched = false
  #queue: Promise<void> = Promise.resolve()
  readonly #settled = new Set<string>()
  readonly #host: ReactiveControllerHost
  readonly #deps: ReplyDeps

  constructor(host: ReactiveControllerHost, deps: ReplyDeps) {
    this.#host = host
    this.#deps = deps
    host.addController(this)
  }

  hostConnected(): void {
    addEventListener('online', this.#online)
    addEventListener('focus', this.#lookElsewhere)
    document.addEventListener('visibilitychange', this.#lookElsewhere)
  }

  hostDisconnected(): void {
    removeEventListener('online', this.#online)
    removeEventListener('focus', this.#lookElsewhere)
    document.removeEventListener('visibilitychange', this.#lookElsewhere)
  }

  /** Begins with what was kept of this ticket. */
  open(): void {
    const { keep } = this.#deps.panel()
    const name = `reply:${this.#deps.ticket().ticketId}`
    this.#draft = createDraft({ keep, name, isBlank: (words: string) => !words.trim() })
    const kept = this.#draft.read()
    const texts = [kept?.words, kept?.other].filter((text) => text?.trim())
    const outgoing = (kept?.unsent ?? []).map((one): Outgoing => ({ ...one, state: 'unsent' }))
    this.#touched = false
    this.#set({ words: texts.join('\n\n'), outgoing })
  }

  write(words: string): void {
    this.#touched = true
    this.#set({ words })
    this.#keep()
  }

  get isTooLong(): boolean {
    return this.words.trim().length > replyLimit
  }

  send(): void {
    const message = this.words.trim()
    if (!message || this.isTooLong) return
    const one: Outgoing = { key: newKey(), message, state: 'sending' }
    this.#set({ words: '', outgoing: [...this.outgoing, one] })
    this.#keep()
    this.#deliver(one.key)
  }

  sendAgain(key: string): void {
    this.#change(key, { state: 'sending' })
    this.#deliver(key)
  }

  /** Takes back what did not go out. */
  remove(key: string): void {
    this.#settled.add(key)
    this.#set({ outgoing: this.outgoing.filter((one) => one.key !== key) })
    this.#keep()
  }

  /** One after another, so that replies arrive in the order in which they were written. */
  #deliver(key: string): void {
    this.#queue = this.#queue.then(() => this.#reply(key))
  }

  async #reply(key: string): Promise<void> {
    const one = this.outgoing.find((each) => each.key === key)
    if (one?.state !== 'sending') return
    const { client } = this.#deps.panel()
    const { ticketId, accessToken } = this.#deps.ticket()
    const options = { idempotencyKey: key, ...(accessToken && { accessToken }) }
    try {
      const message = await client.tickets.reply(ticketId, { message: one.message }, options)
      this.remove(key)
      this.#deps.arrived(message)
    } catch (error) {
      if ((error as WaypostError).code === 'ticket_closed') this.#takeBack(one)
      else this.#change(key, { state: 'unsent', trouble: troubleOf(error) })
    }
  }

  #takeBack({ key, message }: Outgoing): void {
    this.#set({ words: [message, this.words].filter((text) => text.trim()).join('\n\n') })
    this.remove(key)
    this.#deps.refused()
  }

  readonly #online = (): void => {
    for (const { key, trouble, state } of this.outgoing) {
      if (state === 'unsent' && trouble?.why === 'no-network') this.sendAgain(key)
    }
  }

  /** Words of another tab come over, but never over words that were typed here. */
  readonly #lookElsewhere = (): void => {
    if (document.visibilityState !== 'visible' || this.#touched) return
    if (this.#draft?.changedElsewhere()) this.#set({ words: this.#draft.read()?.words ?? '' })
  }

  /** Beside what is on its way from here stands what is on its way from other tabs. */
  #keep(): void {
    const ours = new Set([...this.#settled, ...this.outgoing.map(({ key }) => key)])
    const theirs = (this.#draft?.peek()?.unsent ?? []).filter(({ key }) => !ours.has(key))
    const unsent = [...theirs, ...this.outgoing.map(({ key, message }) => ({ key, message }))]
    this.#draft?.write({ words: this.words, ...(unsent.length > 0 && { unsent }) })
  }

  #change(key: string, change: Partial<Outgoing>): void {
    const outgoing = this.outgoing.map((one) => (one.key === key ? { ...one, ...change } : one))
    this.#set({ outgoing })
  }

  #set(change: Partial<Pick<ReplyController, 'words' | 'outgoing'>>): void {
    Object.assign(this, change)
    this.#host.requestUpdate()
  }
}
