import type { WaypostError } from '../contract/errors.js'
import { customerRoutes, type RouteName } from '../contract/routes.js'
import { createArticles } from './articles.js'
import { type Call, createCall } from './call.js'
import { createCollections } from './collections.js'
import { inLocale } from './in-locale.js'
import { createLive } from './live.js'
import { createSearch } from './search.js'
import { createSession } from './session.js'
import { createSettings } from './settings.js'
import { createTickets } from './tickets.js'
import { createMemoryTokens, type TokenStore } from './token-store.js'
import { createTrack } from './track.js'
import { createTransport, type TransportOptions } from './transport.js'

export interface ClientOptions extends TransportOptions {
  /**
   * BCP 47, for every call that does not say its own; otherwise the server chooses. Read at each
   * call, so that a getter may change it.
   */
  locale?: string
  /** Keeps the session token; in memory unless given. */
  tokens?: TokenStore
  /**
   * Fetches an identity token from the host's server, or `null` for nobody. Asked when a session is
   * needed and there is none, and once when a session has expired.
   */
  getToken?: () => string | null | Promise<string | null>
  /** Hears why an identity token led to no session: none came, or the server did not believe it. */
  onIdentityFailed?: (error: WaypostError) => void
}

/** Search and suggestions, then a room for each resource. */
export interface Client extends ReturnType<typeof createSearch> {
  readonly articles: ReturnType<typeof createArticles>
  readonly collections: ReturnType<typeof createCollections>
  /** What the widget needs to start. */
  readonly settings: ReturnType<typeof createSettings>
  /** What waits for the visitor: how many replies are unread. Starts no session. */
  readonly live: ReturnType<typeof createLive>
  readonly tickets: ReturnType<typeof createTickets>
  /**
   * Tells what became of a search or an article, for the counts that the team learns from: nobody is
   * kept with them. It arrives even where the page is left at once.
   */
  readonly track: ReturnType<typeof createTrack>
  /** What rooms are made of that few pages need: `createAttachments(client)`. */
  readonly call: Call
  readonly session: Pick<ReturnType<typeof createSession>, 'has' | 'start' | 'end'>
}

/**
 * Speaks the HTTP API of a Waypost server for a visitor or customer, from a browser, Node or a
 * worker. Every call returns a promise and rejects with nothing but `WaypostError`; it makes up to
 * three tries, which never change anything twice. Nothing is asked or kept before the first call.
 */
export function createClient(options: ClientOptions): Client {
  const { getToken, onIdentityFailed, tokens = createMemoryTokens() } = options
  const send = createTransport<RouteName>(options, customerRoutes)
  const session = createSession({ send, tokens, getToken, onIdentityFailed })
  const call = createCall(send, session)
  const localized = inLocale(call, options)
  return {
    call,
    ...createSearch(localized, options),
    articles: createArticles(localized),
    collections: createCollections(localized),
    settings: createSettings(localized),
    live: createLive(call),
    tickets: createTickets(call),
    track: createTrack(call),
    session: { has: session.has, start: session.start, end: session.end },
  }
}
