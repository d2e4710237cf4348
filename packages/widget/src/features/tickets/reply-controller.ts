import type { WaypostError } from '@waypost/sdk/client'
import type { Message } from '@waypost/sdk/contract'
import type { ReactiveControllerHost } from 'lit'
import { listenWhileConnected } from '../../foundation/listen-while-connected.js'
import type { PanelContext } from '../../foundation/panel-context.js'
import { createDraft, type DraftStore } from './draft.js'
import { newKey } from './new-key.js'
import type { SentFile, UploadsChangedEvent } from './uploads/uploads-changed-event.js'

export const replyLimit = 10_000

/** A reply that was sent from here, as far as it has come. */
export interface Outgoing {
  key: string
  message: string
  files?: readonly SentFile[]
  /** `waiting` goes out by itself once there is a network; `gone` has arrived or was taken back. */
  state: 'sending' | 'waiting' | 'unsent' | 'gone'
}

/** What of it outlives the page. */
type Unsent = Pick<Outgoing, 'key' | 'message' | 'files'>[]

export interface ReplyDeps {
  panel: () => PanelContext
  ticket: () => { ticketId: string; accessToken?: string | undefined }
  arrived: (message: Message) => void
  /** The ticket takes no replies any more; the words stand in the composer again. */
  refused: () => void
  /** It has left the composer, with its files. */
  sent: () => void
}

const nobody = () => {}
const isBlank = (words: string) => !words.trim()
const together = (...texts: (string | undefined)[]) =>
  texts.filter((text) => text?.trim()).join('\n\n')

/** What one writes in a conversation, how it is kept, and how it goes out: once, in its order. */
export class ReplyController {
  words = ''
  /** What goes along. */
  files: readonly SentFile[] = []
  /** Some of it is still on its way. */
  isUploading = false
  /** It was sent before all of that had come, and goes as soon as it has. */
  isWaiting = false
  /** Each keeps its place, so that no button comes to stand where another one was pressed. */
  outgoing: readonly Outgoing[] = []

  #draft: DraftStore<string, Unsent> | undefined
  #fileDraft: DraftStore<readonly SentFile[], never> | undefined
  #touched = false
  #queue: Promise<void> = Promise.resolve()
  readonly #host: ReactiveControllerHost
  readonly #deps: ReplyDeps

  constructor(host: ReactiveControllerHost, deps: ReplyDeps) {
    this.#host = host
    this.#deps = deps
    listenWhileConnected(host, {
      focus: this.#lookElsewhere,
      visibilitychange: this.#lookElsewhere,
      online: () => {
        for (const { key, state } of this.outgoing) if (state === 'waiting') this.sendAgain(key)
      },
    })
  }

  /** Begins with what was kept of this ticket. */
  open(): void {
    const { keep } = this.#deps.panel()
    this.#draft = createDraft({ keep, name: `reply:${this.#deps.ticket().ticketId}`, isBlank })
    const { words, other, unsent = [] } = this.#draft.read() ?? {}
    const name = `files:${this.#deps.ticket().ticketId}`
    this.#fileDraft = createDraft({ keep, name, isBlank: (files) => files.length === 0 })
    this.#touched = false
    this.#set({
      words: together(words, other),
      files: this.#fileDraft.read()?.words ?? [],
      isUploading: false,
      isWaiting: false,
      outgoing: unsent.map((one) => ({ ...one, state: 'unsent' })),
    })
  }

  write(words: string): void {
    this.#touched = true
    this.#set({ words })
    this.#keep()
    const { ticketId, accessToken } = this.#deps.ticket()
    const { realtime } = this.#deps.panel()
    if (words) realtime?.().then((part) => part.writes(ticketId, { accessToken }), nobody)
  }

  /** Something has become of a file. */
  attach({ ids, isBusy, failed, files }: UploadsChangedEvent): void {
    const known = [...files, ...this.files]
    const all = ids.map((id) => known.find((file) => file.id === id) ?? { id, name: '', size: 0 })
    this.#set({ files: all, isUploading: isBusy })
    this.#fileDraft?.write({ words: all })
    if (isBusy || !this.isWaiting) return
    // Whoever waited for all of them decides whether it goes without one.
    if (failed > 0) this.#set({ isWaiting: false })
    else this.send()
  }

  get isTooLong(): boolean {
    return this.words.trim().length > replyLimit
  }

  send(): void {
    const message = this.words.trim()
    const isWaiting = this.isUploading && Boolean(message) && !this.isTooLong
    this.#set({ isWaiting })
    if (!message || this.isTooLong || isWaiting) return
    const key = newKey()
    const { files } = this
    const one: Outgoing = { key, message, ...(files.length > 0 && { files }), state: 'unsent' }
    this.#set({ words: '', files: [], outgoing: [...this.outgoing, one] })
    this.#keep()
    this.#fileDraft?.clear()
    this.#deps.sent()
    this.sendAgain(key)
  }

  /** One after another, so that replies arrive in the order in which they were written. */
  sendAgain(key: string): void {
    this.#move(key, 'sending')
    this.#queue = this.#queue.then(() => this.#reply(key))
  }

  /** Takes back what did not go out. */
  remove(key: string): void {
    this.#move(key, 'gone')
    this.#keep()
  }

  async #reply(key: string): Promise<void> {
    const one = this.outgoing.find((each) => each.key === key)
    if (one?.state !== 'sending') return
    const { message, files = [] } = one
    const { client } = this.#deps.panel()
    const { ticketId, accessToken } = this.#deps.ticket()
    const options = { idempotencyKey: key, ...(accessToken && { accessToken }) }
    try {
      const attachmentIds = files.map(({ id }) => id)
      const reply = { message, ...(files.length > 0 && { attachmentIds }) }
      const arrived = await client.tickets.reply(ticketId, reply, options)
      this.remove(key)
      this.#deps.arrived(arrived)
    } catch (error) {
      const { code, errors = [] } = error as WaypostError
      const isOfFiles = errors.some(({ path }) => path.startsWith('attachmentIds'))
      if (code === 'ticket_closed' || isOfFiles) {
        // A file may have waited too long: what stands in the composer says which.
        this.#set({ words: together(message, this.words), files: [...files, ...this.files] })
        this.remove(key)
        this.#fileDraft?.write({ words: this.files })
        if (!isOfFiles) this.#deps.refused()
      } else this.#move(key, navigator.onLine ? 'unsent' : 'waiting')
    }
  }

  /** Words of another tab come over, but never over words that were typed here. */
  readonly #lookElsewhere = (): void => {
    if (document.visibilityState !== 'visible' || this.#touched) return
    if (this.#draft?.changedElsewhere()) this.#set({ words: this.#draft.read()?.words ?? '' })
  }

  /** Beside what is on its way from here stands what is on its way from other tabs. */
  #keep(): void {
    const { words, outgoing } = this
    const ours = new Set(outgoing.map(({ key }) => key))
    const unsent = (this.#draft?.peek()?.unsent ?? []).filter(({ key }) => !ours.has(key))
    for (const { state, ...one } of outgoing) if (state !== 'gone') unsent.push(one)
    this.#draft?.write({ words, ...(unsent.length > 0 && { unsent }) })
  }

  #move(key: string, state: Outgoing['state']): void {
    this.#set({ outgoing: this.outgoing.map((one) => (one.key === key ? { ...one, state } : one)) })
  }

  #set(
    change: Partial<
      Pick<ReplyController, 'words' | 'files' | 'isUploading' | 'isWaiting' | 'outgoing'>
    >,
  ): void {
    Object.assign(this, change)
    this.#host.requestUpdate()
  }
}
