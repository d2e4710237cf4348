import type { ReactiveControllerHost } from 'lit'
import { listenWhileConnected } from '../../foundation/listen-while-connected.js'
import { newKey } from '../../foundation/new-key.js'
import { createDraft, type DraftStore } from './draft.js'
import {
  type NotQueued,
  type Outgoing,
  OutgoingController,
  type OutgoingDeps,
} from './outgoing-controller.js'
import type { SentFile, UploadsChangedEvent } from './uploads/uploads-changed-event.js'

export const replyLimit = 10_000

export interface ReplyDeps extends Pick<OutgoingDeps, 'panel' | 'ticket' | 'arrived'> {
  /** The ticket takes no replies any more, or not these; the words stand in the composer again. */
  refused: () => void
  /** It has left the composer, with its files. */
  sent: () => void
}

const nobody = () => {}
const isBlank = (words: string) => !words.trim()
const together = (...texts: (string | undefined)[]) =>
  texts.filter((text) => text?.trim()).join('\n\n')

/** What one writes in a conversation, how it is kept, and how it leaves the composer. */
export class ReplyController {
  words = ''
  /** What goes along. */
  files: readonly SentFile[] = []
  /** Some of it is still on its way. */
  isUploading = false
  /** It was sent before all of that had come, and goes as soon as it has. */
  isWaiting = false
  /** What stands in the composer again was not taken as it is. */
  isRefused = false

  #draft: DraftStore<string, readonly NotQueued[]> | undefined
  #fileDraft: DraftStore<readonly SentFile[], never> | undefined
  #touched = false
  readonly #outgoing: OutgoingController
  readonly #host: ReactiveControllerHost
  readonly #deps: ReplyDeps

  constructor(host: ReactiveControllerHost, deps: ReplyDeps) {
    this.#host = host
    this.#deps = deps
    this.#outgoing = new OutgoingController(host, {
      ...deps,
      changed: () => this.#keep(),
      givenBack: (one, isOfFiles) => this.#takeBack(one, isOfFiles),
    })
    listenWhileConnected(host, {
      focus: this.#lookElsewhere,
      visibilitychange: this.#lookElsewhere,
    })
  }

  /** What has left the composer and not arrived. */
  get outgoing(): readonly Outgoing[] {
    return this.#outgoing.all
  }

  get isLasting(): boolean {
    return this.#outgoing.isLasting
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
      isRefused: false,
    })
    this.#outgoing.open(unsent)
  }

  write(words: string): void {
    this.#touched = true
    this.#set({ words, isRefused: false })
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
    const { files } = this
    this.#set({ words: '', files: [] })
    this.#outgoing.add({ key: newKey(), message, ...(files.length > 0 && { files }) })
    this.#keep()
    this.#fileDraft?.clear()
    this.#deps.sent()
  }

  sendAgain(key: string): void {
    this.#outgoing.sendAgain(key)
  }

  remove(key: string): void {
    this.#outgoing.remove(key)
  }

  #takeBack({ message, files = [] }: Outgoing, isOfFiles: boolean): void {
    // A file may have waited too long: what stands in the composer says which.
    this.#set({
      words: together(message, this.words),
      files: [...files, ...this.files],
      isRefused: !isOfFiles,
    })
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
    const ours = new Set(this.outgoing.map(({ key }) => key))
    const others = (this.#draft?.peek()?.unsent ?? []).filter(({ key }) => !ours.has(key))
    const unsent = [...others, ...this.#outgoing.notQueued]
    this.#draft?.write({ words: this.words, ...(unsent.length > 0 && { unsent }) })
  }

  #set(
    change: Partial<
      Pick<ReplyController, 'words' | 'files' | 'isUploading' | 'isWaiting' | 'isRefused'>
    >,
  ): void {
    Object.assign(this, change)
    this.#host.requestUpdate()
  }
}
