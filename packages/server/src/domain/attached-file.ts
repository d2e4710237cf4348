/** What a message says of a file; stands in the message as well, so that reading costs no more. */
export interface AttachedFile {
  /** Of the attachment, and the name under which a file store keeps it. */
  readonly id: string
  /** As its sender called it, without what could mislead. */
  readonly name: string
  /** By its content. */
  readonly type: string
  readonly size: number
  /** Pixels, as a browser draws it; `null` for what is only downloaded. */
  readonly width: number | null
  readonly height: number | null
  readonly createdAt: string
}
