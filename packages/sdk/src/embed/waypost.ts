import type { Client } from '../client/client.js'
import type { EducationClient } from '../client/education.js'
import type { AnyContentId, IdOf } from '../contract/content-ids.js'
import type { Diagnosis } from '../contract/diagnosis.js'
import type {
  Looks,
  Messages,
  PageSuggestions,
  PanelTarget,
  TicketContextInput,
  TicketPrefill,
} from '../contract/panel.js'
import type { SdkEventName, SdkEvents, SdkHookName, SdkHooks } from '../contract/sdk-events.js'
import type { ContentKind } from '../contract/targeting.js'

/** An identity token of the host's server, or a function that fetches one. */
export type IdentityToken = string | (() => string | Promise<string>)

/** Gives back what to go on with, nothing to leave it as it is, or `false` to stop it. */
export type Hook<T> = (payload: T) => HookAnswer<T> | Promise<HookAnswer<T>>

// biome-ignore lint/suspicious/noConfusingVoidType: a function without a return is a hook, too
export type HookAnswer<T> = T | false | void

/** What needs the server is absent until somebody has come near: nothing has been asked yet. */
export interface WaypostState {
  isOpen: boolean
  /** BCP 47: by option or `setLocale`, else the page's, else the browser's. */
  locale: string
  /** What the server knows of the visitor; `none` where there is no session. */
  identity?: 'none' | 'anonymous' | 'signed'
  /** Whom the host has named, where the server has agreed. */
  customerId?: string | null
  /** Replies not read yet. */
  unread?: number
}

/**
 * The widget on a page. Calls are taken from the start and carried out in their order, once they
 * need it with what is fetched then. Nothing throws: what goes wrong is told as `error` and by the
 * promise of the call.
 */
export interface Waypost {
  /** Resolves when the launcher stands. */
  ready(): Promise<void>
  /** Opens the panel; without a target, where it was left. Resolves when it has the focus. */
  open(target?: PanelTarget): Promise<void>
  close(): void
  toggle(): Promise<void>
  /** Shows the launcher again. */
  show(): void
  /** Hides the launcher; the panel can still be opened from code. */
  hide(): void
  getState(): WaypostState
  /**
   * Says who the visitor is. With a token a session starts at once. With a function nothing is
   * fetched before the visitor needs help; it is asked again whenever the session has ended.
   * Rejects with `identity_token_invalid` where the server does not agree.
   */
  identify(token: IdentityToken): Promise<void>
  /** Resolves when nothing of this person is left, neither here nor in another tab. */
  logout(): Promise<void>
  /** Goes with a ticket; without it, the address and the title of the page do. */
  setContext(context: TicketContextInput): void
  /**
   * What fits this page, in place of the articles that name it themselves. Holds until something else
   * is said; `null` takes it back. The ids have no comma in them.
   */
  suggest(page: PageSuggestions | null): void
  setLocale(locale: string): void
  /** Changes how launcher and panel look; what is left out stays. */
  setTheme(looks: Looks): void
  /** The host's own words for any message: by language, then by key. They add up. */
  setMessages(messages: Messages): void
  /**
   * Whether anything may be kept in the browser. Where the option `consent` asks for it, nothing is
   * before `true`; with `false` what was kept is deleted, and memory holds what goes on.
   */
  setConsent(granted: boolean): void
  /** Looks for what keeps the widget from working on this page, and says what to do about it. */
  diagnose(): Promise<Diagnosis>
  showArticle(articleId: string, anchor?: string): Promise<void>
  /** Puts words into the form where the visitor has written none. */
  prefill(prefill: TicketPrefill): void
  openForm(prefill?: TicketPrefill): Promise<void>
  /** Needs a `wpt_…` token for a ticket that the session cannot read. */
  showTicket(ticketId: string, accessToken?: string): Promise<void>
  /**
   * Starts a tour, opens a checklist, a course, a lesson or a tip; `pnpm waypost types` knows the ids.
   * Rejects where the person has none of that name.
   */
  start<K extends ContentKind>(kind: K, id: IdOf<K>): Promise<void>
  /** Leaves the tour that runs, or passes over a content. */
  skip(contentId?: AnyContentId): Promise<void>
  /** Begins anew: what was done of it counts no more. */
  restart(contentId: AnyContentId): Promise<void>
  /** Says that a task, a step or a lesson is done. */
  completeStep(contentId: AnyContentId, stepId: string): Promise<void>
  /**
   * Says that something has happened in the host, as `invoice.sent`: tasks wait for it, rules count it.
   * It is counted in this browser, for whoever is here.
   */
  track(event: string): void
  /** The person is on another page of the host; its address, where that is not in the browser's. */
  page(address?: string): void
  /** Listens until the function it gives back is called. */
  on<K extends SdkEventName>(name: K, listener: (payload: SdkEvents[K]) => void): () => void
  once<K extends SdkEventName>(name: K, listener: (payload: SdkEvents[K]) => void): () => void
  off<K extends SdkEventName>(name: K, listener: (payload: SdkEvents[K]) => void): void
  /** Asked before something is done, in the order of registration; gives back its end. */
  before<K extends SdkHookName>(name: K, hook: Hook<SdkHooks[K]>): () => void
  /** Takes everything off the page; session and drafts stay kept. */
  destroy(): void
  /** The HTTP API, as of `createClient()`, on behalf of the visitor. Fetched at the first call. */
  readonly client: Client & EducationClient
}
