import type { WaypostError } from '@waypost/sdk/client'
import type { ErrorCode, Message, Outbox, Queued, Sent } from '@waypost/sdk/contract'
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { listenWhileConnected } from '../../foundation/listen-while-connected.js'
import { newKey } from '../../foundation/new-key.js'
import type { PanelContext } from '../../foundation/panel-context.js'
import { createDraft, type DraftStore } from './draft.js'
import { shownState } from './say-unsent.js'
import type { SentFile, UploadsChangedEvent } from './uploads/uploads-changed-event.js'

export const replyLimit = 10_000

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

/** What one writes in a conversation, how it is kept, and how it comes into the outbox. */
export class ReplyController implements ReactiveController {
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
  #outbox: Outbox | undefined
  #stop = nobody
  /** What stands in the outbox, or has stood there. */
  readonly #queued = new Set<string>()
  #queueing: Promise<void> = Promise.resolve()
  readonly #host: ReactiveControllerHost
  readonly #deps: ReplyDeps

  constructor(host: ReactiveControllerHost, deps: ReplyDeps) {
    this.#host = host
    this.#deps = deps
    host.addController(this)
    listenWhileConnected(host, {
      focus: this.#lookElsewhere,
      visibilitychange: this.#lookElsewhere,
      online: () => {
        for (const { key, state } of this.outgoing) if (state === 'waiting') this.#queue(key)
        host.requestUpdate()
      },
      offline: () => host.requestUpdate(),
    })
  }

  hostConnected(): void {
    if (this.#draft) void this.#meet()
  }

  hostDisconnected(): void {
    this.#stop()
    this.#stop = nobody
  }

  /** Begins with what was kept of this ticket. */
  open(): void {
    const { keep } = this.#deps.panel()
    this.#draft = createDraft({ keep, name: `reply:${this.#deps.ticket().ticketId}`, isBlank })
    const { words, other, unsent = [] } = this.#draft.read() ?? {}
    const name = `files:${this.#deps.ticket().ticketId}`
    this.#fileDraft = createDraft({ keep, name, isBlank: (files) => files.length === 0 })
    this.#touched = false
    this.#queued.clear()
    this.#set({
      words: together(words, other),
      files: this.#fileDraft.read()?.words ?? [],
      isUploading: false,
      isWaiting: false,
      outgoing: unsent.map((one) => ({ ...one, state: 'sending' })),
    })
    // What has not come into the outbox goes there before anything that is written from now on.
    for (const { key } of unsent) this.#queue(key)
    void this.#meet()
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

  /** Whether what waits outlives the page. */
  get isLasting(): boolean {
    return this.#outbox?.isLasting !== false
  }

  send(): void {
    const message = this.words.trim()
    const isWaiting = this.isUploading && Boolean(message) && !this.isTooLong
    this.#set({ isWaiting })
    if (!message || this.isTooLong || isWaiting) return
    const key = newKey()
    const { files } = this
    const one: Outgoing = { key, message, ...(files.length > 0 && { files }), state: 'sending' }
    this.#set({ words: '', files: [], outgoing: [...this.outgoing, one] })
    this.#keep()
    this.#fileDraft?.clear()
    this.#deps.sent()
    this.#queue(key)
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
    this.#keep()
  }

  /** One after another, so that replies wait in the order in which they were written. */
  #queue(key: string): void {
    if (this.#queued.has(key)) return
    this.#move(key, 'sending')
    this.#queueing = this.#queueing.then(() => this.#add(key))
  }

  async #add(key: string): Promise<void> {
    const one = this.outgoing.find((each) => each.key === key)
    if (one?.state !== 'sending') return
    const { message, files = [] } = one
    const attachmentIds = files.map(({ id }) => id)
    const body = { message, ...(files.length > 0 && { attachmentIds }) }
    const { ticketId, accessToken } = this.#deps.ticket()
    try {
      const outbox = await this.#deps.panel().outbox()
      const access = accessToken ? { accessToken } : {}
      await outbox.add({ kind: 'message', key, ticketId, ...access, body, draft: files })
      this.#queued.add(key)
      this.#keep()
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
    this.#stop = nobody
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
    const waiting = (this.#outbox?.list() ?? []).filter(
      (item) => item.kind === 'message' && item.ticketId === ticketId,
    )
    const mine = new Map<string, Outgoing>()
    let before: Outgoing | undefined
    for (const item of waiting) {
      const one = asOutgoing(item)
      // What stands behind another one waits for the same.
      const isBehind = one.state === 'sending' && before?.state === 'waiting'
      before = isBehind ? { ...one, state: 'waiting', why: before?.why, at: before?.at } : one
      mine.set(item.key, before)
    }
    const known = this.outgoing.map(({ key }) => key)
    this.#set({
      outgoing: [
        ...this.outgoing.map(
          (one): Outgoing =>
            mine.get(one.key) ?? (this.#queued.has(one.key) ? { ...one, state: 'gone' } : one),
        ),
        ...[...mine.values()].filter(({ key }) => !known.includes(key)),
      ],
    })
    for (const key of mine.keys()) this.#queued.add(key)
    if (sent?.kind === 'message' && sent.ticketId === ticketId) this.#deps.arrived(sent.answer)
    for (const item of waiting) if (item.state === 'failed') this.#giveBack(item)
  }

  /** What a person has to change stands in the composer again. */
  #giveBack({ key, why }: Queued): void {
    const isOfFiles = why?.errors.some(({ path }) => path.startsWith('attachmentIds'))
    if (why?.code !== 'ticket_closed' && why?.code !== 'invalid_input') return
    const one = this.outgoing.find((each) => each.key === key)
    if (!one || !this.#outbox?.take(key)) return
    // A file may have waited too long: what stands in the composer says which.
    this.#set({
      words: together(one.message, this.words),
      files: [...(one.files ?? []), ...this.files],
    })
    this.#move(key, 'gone')
    this.#keep()
    this.#fileDraft?.write({ words: this.files })
    if (!isOfFiles) this.#deps.refused()
  }

  /** Words of another tab come over, but never over words that were typed here. */
  readonly #lookElsewhere = (): void => {
    if (document.visibilityState !== 'visible' || this.#touched) return
    if (this.#draft?.changedElsewhere()) this.#set({ words: this.#draft.read()?.words ?? '' })
  }

  /** Beside what is not in the outbox yet from here stands what is not from other tabs. */
  #keep(): void {
    const { words, outgoing } = this
    const ours = new Set(outgoing.map(({ key }) => key))
    const unsent = (this.#draft?.peek()?.unsent ?? []).filter(({ key }) => !ours.has(key))
    for (const { key, message, files, state } of outgoing) {
      if (state === 'gone' || this.#queued.has(key)) continue
      unsent.push({ key, message, ...(files && { files }) })
    }
    this.#draft?.write({ words, ...(unsent.length > 0 && { unsent }) })
  }

  #move(key: string, state: Outgoing['state'], why?: ErrorCode): void {
    this.#set({
      outgoing: this.outgoing.map((one) => (one.key === key ? { ...one, state, why } : one)),
    })
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
