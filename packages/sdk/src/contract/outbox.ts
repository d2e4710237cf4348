import type { NewVote, Vote } from './articles.js'
import type { ErrorCode, FieldError } from './errors.js'
import type { Message, NewMessage } from './messages.js'
import type { NewTicket, Ticket } from './tickets.js'

/** What can wait to be sent, by kind, and what the server makes of it. */
export interface OutboxKinds {
  ticket: {
    body: NewTicket
    /** What the same key said before, in tries whose answer nobody has heard. */
    tried?: readonly NewTicket[]
    /** The session of the visitor who tried: by it the ticket is found again under a name. */
    by?: string | undefined
    answer: Ticket
  }
  message: { body: NewMessage; ticketId: string; accessToken?: string | undefined; answer: Message }
  /** `after` is the key of the vote that this one explains, where that may still be waiting. */
  vote: { body: NewVote; articleId: string; locale: string; after?: string; answer: Vote }
}

export type OutboxKind = keyof OutboxKinds

/** What says which deed it is. */
export interface OutboxDeed<Kind extends OutboxKind> {
  kind: Kind
  /** Names the deed, so that it is done once however often it is sent: 16 to 128 characters. */
  key: string
  /** What whoever wrote it wants back with it: the words as they stood in the form. */
  draft?: unknown
}

type ToSend<Kind extends OutboxKind> = OutboxDeed<Kind> & Omit<OutboxKinds[Kind], 'answer'>

/** Something to send. */
export type NewQueued = { [Kind in OutboxKind]: ToSend<Kind> }[OutboxKind]

/** Why it has not gone, as far as somebody has said. */
export interface Unsent {
  code: ErrorCode
  errors: readonly FieldError[]
}

/** How far something has come. */
export interface OutboxProgress {
  /** By `Date.now()`, as every moment here. */
  queuedAt: number
  /** How often it was tried. */
  tries: number
  /** `waiting` goes by itself; `failed` waits for a person. */
  state: 'waiting' | 'sending' | 'failed'
  why?: Unsent | undefined
  /** Not tried by itself before this. */
  notBefore?: number | undefined
}

/** Something that waits in this browser. */
export type Queued = { [Kind in OutboxKind]: ToSend<Kind> & OutboxProgress }[OutboxKind]

/** Something that has arrived, and what the server made of it. */
export type Sent = {
  [Kind in OutboxKind]: { kind: Kind; key: string; answer: OutboxKinds[Kind]['answer'] } & Pick<
    OutboxKinds[Kind],
    Extract<keyof OutboxKinds[Kind], 'ticketId' | 'articleId'>
  >
}[OutboxKind]

/** What one person has written in this browser and the server has not answered yet. */
export interface Outbox {
  /** False where any of it goes with the page. */
  readonly isLasting: boolean
  /** The oldest first. */
  list(): readonly Queued[]
  /**
   * Keeps it, and sends it as soon as that can be: it has not gone when this resolves. Asks the hooks
   * of the host before. Throws `aborted` where they say no, `storage_full` where too much waits.
   */
  add(item: NewQueued): Promise<void>
  /** Sends it now, whatever it waits for. */
  again(key: string): void
  /** Takes it out and gives it back; nothing where it has gone, or is on its way. */
  take(key: string): Queued | undefined
  /** Called when anything of this has changed, in any tab, with what has arrived, if it was that. */
  listen(hear: (sent?: Sent) => void): () => void
}
