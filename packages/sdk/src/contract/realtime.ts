import type { StreamEvent } from './stream.js'

/** What happened; after a `reset` something may have been missed: read again what is shown. */
export type RealtimeEvent = StreamEvent | { kind: 'reset' }

/** The ticket that somebody looks at, and what opens it beside their session. */
export interface ListenedTicket {
  ticketId: string
  accessToken?: string | undefined
}

/** `missing`: this browser cannot. `refused`: its person has said no, and asking again is of no use. */
export type NoticesState = 'missing' | 'off' | 'on' | 'refused'

/** Notifications of replies, while nobody sees a tab of the site. */
export interface Notices {
  readonly state: NoticesState
  /** For the answer to one request. Asks the person where it must: call it where they have pressed something. */
  turn(on: boolean, ticketId: string): Promise<NoticesState>
}

/** What happens, as it happens: one stream for all tabs of a browser, while somebody needs it. */
export interface Realtime {
  /** Everything that is listened to in this tab is heard at once: nobody needs to look again. */
  readonly isLive: boolean
  /** Hears what happens, until what this returns is called; where it is about one ticket, that is said. */
  listen(hear: (event: RealtimeEvent) => void, ticket?: ListenedTicket): () => void
  /** Whether this browser tells of replies, and may be asked to. */
  notices(): Promise<Notices>
  /** The person here is writing; may be called at every letter. */
  writes(ticketId: string, access?: { accessToken?: string | undefined }): void
}
