import type { StreamEvent } from './stream.js'

/** What happened; after a `reset` something may have been missed: read again what is shown. */
export type RealtimeEvent = StreamEvent | { kind: 'reset' }

/** What happens, as it happens: one stream for all tabs of a browser, while somebody needs it. */
export interface Realtime {
  /** Everything is heard at once: nobody needs to look again. */
  readonly isLive: boolean
  /** Hears what happens, until what this returns is called. */
  listen(hear: (event: RealtimeEvent) => void): () => void
  /** The person here is writing; may be called at every letter. */
  writes(ticketId: string, access?: { accessToken?: string | undefined }): void
}
