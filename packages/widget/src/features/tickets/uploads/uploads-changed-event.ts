import type { Attachment } from '@waypost/sdk/contract'

/** What of the files has changed: one has arrived, is on its way, has failed, or was taken away. */
export class UploadsChangedEvent extends Event {
  static readonly type = 'waypost-uploads-changed'
  /** Attachments that have arrived, in the order in which they were chosen. */
  readonly ids: readonly string[]
  /** Something is still on its way, or waits for a network; once it is not, this is said again. */
  readonly isBusy: boolean
  /** How many can be tried again, and do not go along as it stands. */
  readonly failed: number
  /** How many are shown, whatever has become of them. */
  readonly count: number
  /** What is known of those that have arrived. */
  readonly files: readonly SentFile[]

  constructor({ ids, isBusy, failed, count, files }: Omit<UploadsChangedEvent, keyof Event>) {
    super(UploadsChangedEvent.type, { bubbles: true, composed: true })
    this.ids = ids
    this.isBusy = isBusy
    this.failed = failed
    this.count = count
    this.files = files
  }
}

/** A file as one says which it is. */
export type SentFile = Pick<Attachment, 'id' | 'name' | 'size'>

declare global {
  interface HTMLElementEventMap {
    'waypost-uploads-changed': UploadsChangedEvent
  }
}
