import type { ErrorCode, StreamEvent } from '@waypost/sdk/contract'

/** What goes down one stream: an event, or what the stream says of itself. */
export type StreamMessage =
  | { readonly id: number; readonly event: StreamEvent }
  | { readonly id: number; readonly signal: 'ready' | 'reset' }

/** One line to somebody who listens. What comes after its end goes nowhere. */
export interface Outlet {
  send(message: StreamMessage): void
  /** Says that the line is alive, and up to which number everything has been told. */
  beat(id: number | undefined): void
  /** Resolves when the reader has taken enough of what was sent for more to be sent. */
  hasRoom(): Promise<void>
  /** Ends it, and says why: who listens may do so no more. */
  end(code: ErrorCode): void
  /** Ends it because this node goes, and says when to come back. */
  leave(): void
  /** Cuts the line of who is too far behind; they come back and resume. */
  drop(): void
}
