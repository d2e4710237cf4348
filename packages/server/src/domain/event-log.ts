import type { WaypostEvent } from '@waypost/sdk/contract'

/** An event as it stands in the log. Numbers grow without order gaps for a reader: commit order. */
export interface LoggedEvent {
  readonly number: number
  /** RFC 3339 UTC. */
  readonly at: string
  readonly event: WaypostEvent
}

/** The event log inside a transaction: what is added here is written with the change, or not at all. */
export interface EventLog {
  add(event: WaypostEvent): void
  /** Events after a number, oldest first. Fewer than asked for means that the end was reached. */
  listAfter(number: number, limit: number): Promise<readonly LoggedEvent[]>
  /** The number of the newest event; 0 before the first. */
  last(): Promise<number>
  /** The number of the oldest event still kept; 0 where there is none. Events are kept 24 hours. */
  first(): Promise<number>
}
