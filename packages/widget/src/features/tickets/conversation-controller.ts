import type { Message, RealtimeEvent, Ticket } from '@waypost/sdk/contract'
import type { ReactiveControllerHost } from 'lit'
import { defineElement } from '../../foundation/define-element.js'
import { LoadController } from '../../foundation/load-controller.js'
import type { PanelContext } from '../../foundation/panel-context.js'
import { PollController } from '../../foundation/poll-controller.js'
import { fetchRarerBlocks } from '../../ui/fetch-rarer-blocks.js'
import { type Conversation, fetchConversation, withMessages } from './fetch-conversation.js'
import { fetchPartsOf } from './fetch-parts.js'
import { firstUnread } from './first-unread.js'
import { isMine } from './is-mine.js'

/** Milliseconds between two looks for answers, while somebody sees the conversation. */
const EVERY = 20_000

/** Milliseconds for which somebody of the team is shown to write. */
const WRITING = 6_000

export interface ConversationDeps {
  panel: () => PanelContext
  ticket: () => { ticketId: string; accessToken?: string | undefined }
  /** Whether the reader is at the newest, and so sees what comes. */
  isAtEnd: () => boolean
}

/** A ticket and its messages, kept up to date; what of it was read, and whether it is settled. */
export class ConversationController {
  /** The message before which a line says that what follows is new: it stays while one reads. */
  newFrom: string | undefined
  /** The newest answer that came while the reader was further up. */
  missed: Message | undefined
  /** Opened again from here, which is worth a stop on the trail until something is said. */
  reopened = false
  settling = false
  settleFailed = false
  /** Who of the team is writing; empty where that has no name. */
  writer: string | undefined

  #writing: ReturnType<typeof setTimeout> | undefined
  readonly loaded: LoadController<Conversation>
  #told: Conversation | undefined
  readonly #poll: PollController
  readonly #host: ReactiveControllerHost
  readonly #deps: ConversationDeps

  constructor(host: ReactiveControllerHost & Element, deps: ConversationDeps) {
    this.#host = host
    this.#deps = deps
    this.loaded = new LoadController<Conversation>(host, (signal) => this.#fetch(signal))
    const look = () => {
      if (!this.loaded.loading) void this.loaded.run()
    }
    this.#poll = new PollController(host, EVERY, look, {
      realtime: () => this.#deps.panel()?.realtime,
      hear: (event) => this.#hear(event),
      ticket: () => this.#deps.ticket(),
      isGone: () => this.loaded.trouble === 'offline',
    })
  }

  get ticket(): Ticket | undefined {
    return this.loaded.value?.ticket
  }

  open(): void {
    this.newFrom = undefined
    this.#set({ missed: undefined, reopened: false, settleFailed: false, writer: undefined })
    this.loaded.forget()
    void this.loaded.run()
  }

  /** The reader has come to the end. */
  seen(): void {
    if (this.missed) this.#set({ missed: undefined })
    void this.tellRead()
  }

  /** Says up to where it was read: once a look, and only what somebody has before their eyes. */
  async tellRead(): Promise<void> {
    const { value } = this.loaded
    const last = value?.messages.at(-1)
    if (!last || !value?.ticket.unread || value === this.#told) return
    if (!this.#poll.isSeen || !this.#deps.isAtEnd()) return
    this.#told = value
    const { client } = this.#deps.panel()
    try {
      const { ticketId } = this.#deps.ticket()
      const mark = { messageId: last.id }
      const { id, unread } = await client.tickets.markRead(ticketId, mark, this.#access)
      const { ticket } = this
      if (ticket?.id !== id) return
      this.#put({ ticket: { ...ticket, unread } })
      this.#told = this.loaded.value
    } catch {
      // The next look tells it again.
    }
  }

  /** A reply from here has arrived; a solved ticket is open again by it. */
  replied(message: Message): void {
    const { emit } = this.#deps.panel()
    const { ticketId } = this.#deps.ticket()
    const { value } = this.loaded
    if (value) {
      const { ticket, messages } = value
      const isReopened = ticket.status === 'solved'
      this.#put({
        messages: withMessages(messages, [message]),
        ...(isReopened && { ticket: { ...ticket, status: 'open', solvedAt: null } }),
      })
      if (isReopened) {
        this.#set({ reopened: true })
        emit('ticket:reopened', { ticketId })
      }
    }
    void this.loaded.run()
  }

  /** Says that the matter is settled, or is not after all. True when that has arrived. */
  async settle(how: 'solve' | 'reopen'): Promise<boolean> {
    if (this.settling) return false
    this.#set({ settling: true, settleFailed: false })
    const { client, emit } = this.#deps.panel()
    const { ticketId } = this.#deps.ticket()
    try {
      this.#put({ ticket: await client.tickets[how](ticketId, this.#access) })
      this.#set({ reopened: how === 'reopen' })
      emit(how === 'solve' ? 'ticket:solved' : 'ticket:reopened', { ticketId })
    } catch {
      this.#set({ settleFailed: true })
      void this.loaded.run()
    }
    this.#set({ settling: false })
    return !this.settleFailed
  }

  /** What was read changes nothing here; all else is fetched, whatever is on its way. */
  #hear(event: RealtimeEvent): void {
    const { ticketId = '' } = event as { ticketId?: string }
    if (event.kind !== 'reset' && ticketId !== this.#deps.ticket().ticketId) return
    if (event.kind === 'ticket.typing') void this.#seeWriting(event.name ?? '')
    else if (event.kind !== 'ticket.read') void this.loaded.run()
  }

  async #seeWriting(name: string): Promise<void> {
    const { WritingLine } = await import('./writing/writing-line.js')
    defineElement('waypost-writing', WritingLine)
    this.#write(name)
  }

  #write(writer: string | undefined): void {
    clearTimeout(this.#writing)
    this.#set({ writer })
    if (writer !== undefined) this.#writing = setTimeout(() => this.#write(undefined), WRITING)
  }

  get accessToken(): string | undefined {
    return this.#deps.ticket().accessToken
  }

  get #access() {
    const { accessToken } = this
    return accessToken ? { accessToken } : {}
  }

  async #fetch(signal: AbortSignal): Promise<Conversation> {
    const { ticketId } = this.#deps.ticket()
    const panel = this.#deps.panel()
    const { locale } = panel
    const before = () => (this.loaded.value?.locale === locale ? this.loaded.value : undefined)
    const known = before()?.messages
    const options = { ...this.#access, signal, locale }
    const after = await fetchConversation(panel.client, ticketId, options, before)
    await Promise.all([
      fetchPartsOf(after.messages, panel),
      ...after.messages.map(({ body }) => fetchRarerBlocks(body, panel.translator)),
    ])
    const newest = after.messages.at(-1)
    if (!known) this.newFrom = firstUnread(after)
    if (known && newest && !known.includes(newest) && !isMine(newest)) {
      this.#write(undefined)
      const isAtEnd = this.#deps.isAtEnd()
      if (!isAtEnd || !this.#poll.isSeen) this.newFrom = firstUnread(after)
      this.#set({ reopened: false, ...(!isAtEnd && { missed: newest }) })
    }
    return after
  }

  #put(change: Partial<Conversation>): void {
    const { value } = this.loaded
    if (value) this.loaded.value = { ...value, ...change }
    this.#host.requestUpdate()
  }

  #set(
    change: Partial<Pick<this, 'missed' | 'reopened' | 'settling' | 'settleFailed' | 'writer'>>,
  ): void {
    Object.assign(this, change)
    this.#host.requestUpdate()
  }
}
