import type { BodyOf, ParamsOf, QueryOf, ReplyOf, RouteName } from '@waypost/sdk/contract'
import type { Actor } from '../domain/actor.js'
import type { PerformedSearch, ReadArticle } from '../domain/insights/insights.js'
import type { RequestOrigin } from '../domain/request-origin.js'
import type { UploadedFile } from './read-file.js'
import type { GuardHeader } from './ticket-guard.js'

/** One call of a route, parsed and with its actor known. */
export interface Call<N extends RouteName> {
  readonly actor: Actor
  /** The address that budgets are counted by. It is kept nowhere. */
  readonly caller: string
  readonly params: ParamsOf<N>
  readonly query: QueryOf<N>
  readonly body: BodyOf<N>
  /** The file that comes with the call, where its route takes one. */
  readonly file?: UploadedFile
  /** The ticket version in `If-Match: "<version>"`. */
  readonly ifMatch: number | undefined
  /** What a form says beside its ticket. */
  readonly guard: GuardHeader | undefined
  /** Who calls by now: throws where their token opens nothing any more. */
  readonly actorNow: () => Promise<Actor>
  /** The last event that the caller has had of a stream, where they come back to it. */
  readonly lastEventId?: string | undefined
  /** What makes a retry of this call known again; `null` without an Idempotency-Key. */
  readonly origin: RequestOrigin | null
}

export interface Answer<T> {
  readonly reply: T
  /** Begins a stream, in the place of `reply`. `hangUp` cuts the line of who does not read. */
  readonly stream?: ((hangUp: () => void) => ReadableStream<Uint8Array>) | undefined
  /** The locale that answered, for `Content-Language`. */
  readonly locale?: string | undefined
  /** The article that this answer shows to a reader. */
  readonly read?: ReadArticle | undefined
  /** What was searched for, where `reply` answers a search; its id stands there. */
  readonly search?: Omit<PerformedSearch, 'searchId'> | undefined
}

/** What a route does, behind the door that has parsed, authenticated and counted. */
export type Endpoint<N extends RouteName> = (call: Call<N>) => Promise<Answer<ReplyOf<N>>>

export type Endpoints<N extends RouteName = RouteName> = { readonly [K in N]: Endpoint<K> }

export const JSON_HEADERS = { 'Content-Type': 'application/json; charset=utf-8' }

export function languageHeader({ locale }: Answer<unknown>): Record<string, string> {
  return locale === undefined ? {} : { 'Content-Language': locale }
}
