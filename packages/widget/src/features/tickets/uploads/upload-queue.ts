import { createAttachments, type WaypostError } from '@waypost/sdk/client'
import type { Form } from '@waypost/sdk/contract'
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { listenWhileConnected } from '../../../foundation/listen-while-connected.js'
import type { PanelContext } from '../../../foundation/panel-context.js'
import { checkFile } from './check-file.js'
import { counts, isMoving, type Upload, type UploadFault } from './upload.js'

export interface UploadQueueDeps {
  panel: () => PanelContext
  limits: () => Form['attachments']
  /** The ticket that the files are for, where there is one; who may write in it uploads them. */
  access: () => { ticketId?: string | undefined; accessToken?: string | undefined }
  /** Something has come of one of them. */
  changed: (upload: Upload) => void
}

/** How many go up at once: a slow line gets each of them there no sooner. */
const AT_ONCE = 2
/** Milliseconds before another try where nobody says when; longer each time, up to the last. */
const WAITS = [2_000, 4_000, 8_000, 16_000, 30_000]

/** Codes that are over by themselves, and those that say what is wrong with the file. */
const passing = ['offline', 'request_timeout', 'unavailable', 'rate_limited']
const faults: Readonly<Record<string, UploadFault>> = {
  payload_too_large: 'too-large',
  storage_full: 'full',
  unauthenticated: 'expired',
  session_expired: 'expired',
  identity_token_invalid: 'expired',
}

/** The files of one form or reply: two go up at a time, and what was cut off goes again. */
export class UploadQueue implements ReactiveController {
  uploads: readonly Upload[] = []

  readonly #calls = new Map<string, AbortController>()
  readonly #tries = new Map<string, number>()
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>()
  #made = 0
  #isHere = false
  readonly #host: ReactiveControllerHost
  readonly #deps: UploadQueueDeps

  constructor(host: ReactiveControllerHost, deps: UploadQueueDeps) {
    this.#host = host
    this.#deps = deps
    host.addController(this)
    listenWhileConnected(host, { online: () => this.#wake(), offline: () => this.#pause() })
  }

  /** Whoever the files were for may have gone: nothing goes on unseen. */
  hostDisconnected(): void {
    this.#isHere = false
    this.#pause()
  }

  hostConnected(): void {
    this.#isHere = true
    this.#wake()
  }

  get ids(): readonly string[] {
    return this.uploads.flatMap(({ id, state }) => (id && state === 'added' ? [id] : []))
  }

  get isBusy(): boolean {
    return this.uploads.some(isMoving)
  }

  /** Nothing of it moves for now. */
  get waits(): boolean {
    const moving = this.uploads.filter(isMoving)
    return moving.length > 0 && moving.every(({ state }) => state === 'waiting')
  }

  add(files: readonly File[]): void {
    for (const file of files) {
      const others = this.uploads.filter(counts).length
      const fault = checkFile(file, this.#deps.limits(), others)
      const { name, size } = file
      const key = `${(this.#made += 1)}`
      const state = fault ? 'refused' : 'queued'
      const upload: Upload = { key, name, size, state, part: 0, file, fault }
      this.#set([...this.uploads, upload])
      this.#deps.changed(upload)
    }
    this.#next()
  }

  /** What the owner has of an earlier visit comes in; what they have no more goes, as it is. */
  take(ids: readonly string[]): void {
    const kept = this.uploads.filter(({ id, state }) => state !== 'added' || ids.includes(id ?? ''))
    const known = new Set(kept.map(({ id }) => id))
    const fresh = ids.filter((id) => !known.has(id))
    const added = fresh.map(
      (id): Upload => ({ key: id, id, name: '', size: 0, state: 'added', part: 1 }),
    )
    if (added.length === 0 && kept.length === this.uploads.length) return
    this.#set([...kept, ...added])
    for (const upload of added) void this.#meet(upload)
  }

  /** What has arrived is somebody else's now; what can be tried again stays for the next time. */
  clear(): void {
    this.#set(this.uploads.filter((upload) => isMoving(upload) || upload.state === 'failed'))
  }

  /** Asks the server whether it still has what it had: what it has not goes up again, or is gone. */
  recheck(): void {
    for (const upload of this.uploads) if (upload.state === 'added') void this.#meet(upload)
  }

  again(key: string): void {
    this.#tries.delete(key)
    this.#settle(key, { state: 'queued', fault: undefined, part: 0 })
    this.#next()
  }

  /** Stops it, or takes it back where it has arrived. */
  remove(key: string): void {
    const upload = this.#find(key)
    if (!upload) return
    this.#set(this.uploads.filter((one) => one !== upload))
    this.#stop(key)
    if (upload.id && upload.state === 'added') {
      // What is not taken back is swept away within a day.
      this.#attachments.remove(upload.id, this.#deps.access()).catch(() => {})
    }
    this.#deps.changed(upload)
    this.#next()
  }

  get #attachments() {
    return createAttachments(this.#deps.panel().client)
  }

  #next(): void {
    if (!this.#isHere) return
    if (!navigator.onLine) this.#pause()
    for (const upload of this.uploads) {
      if (this.#calls.size >= AT_ONCE) return
      if (upload.state === 'queued' && !this.#calls.has(upload.key)) void this.#send(upload)
    }
  }

  async #send({ key, file, name }: Upload): Promise<void> {
    if (!file) return
    const call = new AbortController()
    this.#calls.set(key, call)
    this.#move(key, { state: 'sending', part: 0, fault: undefined })
    const { signal } = call
    const onProgress = (part: number) => {
      if (this.#find(key)?.state === 'sending') this.#move(key, { part })
    }
    try {
      const options = { ...this.#deps.access(), name, onProgress, signal }
      const attachment = await this.#attachments.upload(file, options)
      if (signal.aborted) return
      const { id, size } = attachment
      this.#settle(key, { state: 'added', part: 1, id, size, name: attachment.name, attachment })
    } catch (error) {
      if (!signal.aborted) this.#fail(key, error as WaypostError)
    } finally {
      if (this.#calls.get(key) === call) this.#calls.delete(key)
      this.#next()
    }
  }

  #fail(key: string, { code, retryAfter }: WaypostError): void {
    if (!passing.includes(code)) {
      const fault = faults[code] ?? 'failed'
      this.#settle(key, { state: fault === 'too-large' ? 'refused' : 'failed', fault })
      return
    }
    const tries = this.#tries.get(key) ?? 0
    this.#tries.set(key, tries + 1)
    const wait = Math.max((retryAfter ?? 0) * 1000, WAITS[Math.min(tries, WAITS.length - 1)] ?? 0)
    const timer = setTimeout(() => this.#wake(key), wait)
    this.#timers.set(key, timer)
    this.#settle(key, { state: 'waiting', part: 0, fault: code === 'offline' ? undefined : 'busy' })
  }

  /** All that waits, or one of it, goes on. */
  #wake(only?: string): void {
    for (const { key, state } of this.uploads) {
      if (state !== 'waiting' || (only && key !== only)) continue
      clearTimeout(this.#timers.get(key))
      this.#move(key, { state: 'queued', fault: undefined })
    }
    this.#next()
  }

  /** Without a network nothing moves: it is said at once, and goes on from the start when it is back. */
  #pause(): void {
    for (const { key, state } of this.uploads) {
      if (state !== 'queued' && state !== 'sending') continue
      this.#stop(key)
      this.#settle(key, { state: 'waiting', part: 0, fault: undefined })
    }
  }

  async #meet({ key, id = '', file }: Upload): Promise<void> {
    try {
      const attachment = await this.#attachments.get(id, this.#deps.access())
      this.#move(key, { attachment, name: attachment.name, size: attachment.size })
    } catch (error) {
      if ((error as WaypostError).code !== 'not_found') return
      if (file) this.again(key)
      else this.#settle(key, { state: 'gone', fault: 'gone' })
    }
  }

  #stop(key: string): void {
    clearTimeout(this.#timers.get(key))
    this.#calls.get(key)?.abort()
    this.#calls.delete(key)
  }

  #find = (key: string) => this.uploads.find((one) => one.key === key)

  #settle(key: string, change: Partial<Upload>): void {
    this.#move(key, change)
    const upload = this.#find(key)
    if (upload) this.#deps.changed(upload)
  }

  #move(key: string, change: Partial<Upload>): void {
    this.#set(this.uploads.map((one) => (one.key === key ? { ...one, ...change } : one)))
  }

  #set(uploads: readonly Upload[]): void {
    this.uploads = uploads
    this.#host.requestUpdate()
  }
}
