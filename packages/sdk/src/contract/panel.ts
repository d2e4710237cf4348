import type { EducationSide } from './education-side.js'
import type { FieldAnswers } from './form-answers.js'
import type { OrderCard, OrdersOfPage } from './orders.js'
import type { Outbox } from './outbox.js'
import type { Realtime } from './realtime.js'
import type { SdkEventName, SdkEvents } from './sdk-events.js'
import type { Customer } from './sessions.js'
import type { TicketKind } from './tickets.js'
import type { WidgetOptions } from './widget-options.js'

/**
 * What stands at `/assets/<build>/panel.js`: the embed script fetches it on intent, by address,
 * together with `controller.js` beside it, which brings the client.
 */
export interface PanelModule<Client> {
  createPanel(options: PanelOptions<Client>): Panel
}

export interface PanelOptions<Client> {
  /**
   * Asks the host's hooks before it searches, opens a ticket or replies; what the host stopped
   * rejects with `aborted`, and so does what was asked for a person who has gone.
   */
  client: Client
  baseUrl: string
  /** BCP 47, already chosen by option, page or browser; the panel takes the nearest it speaks. */
  locale: string
  theme: NonNullable<WidgetOptions['theme']>
  accent: string
  position: NonNullable<WidgetOptions['position']>
  zIndex: number
  /** The top layer stands above everything that a page can stack. */
  layer: NonNullable<WidgetOptions['layer']>
  /** From the lower edge; empty for what the page's style sheet says. */
  offset: string
  /** Empty for what the site says. `inline` stands in the page, see `inside`. */
  mode: NonNullable<WidgetOptions['mode']>
  /** The element that an inline panel stands in; without it the panel floats. */
  inside: HTMLElement | null
  /** Empty for what the page's style sheet says, or the site. */
  font: string
  radius: string
  logo: string
  /** The host's own words, by language, then by key; they come before ours. */
  messages: Messages
  /** Keeps small texts (drafts, what was typed) for this site and this person. */
  keep: Keep
  /** Told to the host page; never waits, never throws. */
  emit<K extends SdkEventName>(name: K, payload: SdkEvents[K]): void
  /** What the host knows of the page; address and title go with a ticket as its context. */
  context(): PageContext
  /**
   * Whom the host vouches for, or `null` for nobody: a customer is not asked for name and address.
   * Starts no anonymous session. Without it the panel asks the tickets that it can read.
   */
  customer?: (() => Promise<Customer | null>) | undefined
  /** What happens, as it happens; without it views look again every so often. */
  realtime?: (() => Promise<Realtime>) | undefined
  /** Where what is written goes, so that none of it is lost on its way. */
  outbox: () => Promise<Outbox>
  /** Whether anything waits there already. */
  hasUnsent: () => boolean
  /** Courses, checklists and tours, and how far the person is; without it there are none. */
  education?: (() => Promise<EducationSide>) | undefined
  /** Takes the focus back when the panel closes. */
  launcher: HTMLElement | null
  /** What has opened in the panel's place, where something has. */
  opening?: Opening | null | undefined
}

/** The window before there is a panel: what is seen, and written in, within one round trip. */
export interface Opening {
  /** Becomes the panel's. */
  readonly element: HTMLElement
  readonly isOpen: boolean
  close(): void
  /** Goes because nothing comes to fill it; the launcher says so. */
  fail(): void
  /** Off the page for good. */
  end(): void
}

/** What may change while the panel stands. */
export type PanelChange = Partial<
  Pick<
    PanelOptions<unknown>,
    'locale' | 'theme' | 'accent' | 'position' | 'mode' | 'font' | 'radius' | 'logo' | 'messages'
  >
>

/** How launcher and panel look, by what a host may change while they stand. */
export type Looks = Partial<
  Pick<PanelOptions<unknown>, 'theme' | 'accent' | 'font' | 'radius' | 'logo'>
>

/** Words of the host's own: by language as `sv`, then by the key of the message. */
export type Messages = Readonly<Record<string, Readonly<Record<string, MessageText>>>>

/** A text, or one for each plural form of the language. */
export type MessageText = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>

export interface TicketContextInput {
  url?: string
  title?: string
  /** Of the host's app, as it calls it itself. */
  appVersion?: string
  /** What went wrong last on the page, the last first: a line each, or what tells them. */
  errors?: readonly string[] | (() => readonly string[])
}

/** Said to the window when the host's key for the search is pressed; who takes it cancels it. */
export type SearchWantedEventName = 'waypost-search-wanted'

/** Said to the window when the host has said something else of what fits its page. */
export type SuggestedEventName = 'waypost-suggested'

/** Said to the window when the settings of the site are others by now. */
export type SettingsChangedEventName = 'waypost-settings-changed'

/** What the host says fits its page, in place of the articles that name that page themselves. */
export interface PageSuggestions {
  /** Ids, at most ten; they come first, in this order. */
  articles?: readonly string[]
  /** Words; what they are likely to mean follows. */
  query?: string
}

/** Where the person is, as the host says or the page does. */
export interface PageContext extends TicketContextInput {
  suggested?: PageSuggestions | null
  /** The orders of the person, as the host's page tells them. */
  orders?: OrdersOfPage | undefined
}

/** Where a view begins. */
export type PanelTarget =
  | { view: 'home' }
  | { view: 'search'; words?: string }
  | { view: 'article'; articleId: string; anchor?: string }
  | { view: 'form'; prefill?: TicketPrefill }
  | { view: 'requests' }
  | { view: 'ticket'; ticketId: string; accessToken?: string }
  /** What there is to learn. */
  | { view: 'learn' }
  | { view: 'checklist'; id: string }
  | { view: 'course'; id: string }
  | { view: 'lesson'; id: string; anchor?: string }
  /** Of a lesson, by its id. */
  | { view: 'quiz'; id: string }
  /** How a course went. */
  | { view: 'finished'; id: string }

/** Words that are put into the form where the person has written none. */
export interface TicketPrefill {
  kind?: TicketKind
  subject?: string
  message?: string
  name?: string
  email?: string
  /** Answers to what the site asks, by the ids of its fields. */
  fields?: FieldAnswers
  /** The order that it is about; its card goes along. */
  order?: OrderCard
  /** What of these the person may read and not change: ids of fields, or names of the others. */
  readonly?: readonly string[]
  /** Goes along with the answers, and is not shown; gives a field that the site asks its answer. */
  hidden?: FieldAnswers
}

export interface Panel {
  readonly isOpen: boolean
  /** Resolves when the view is drawn and has the focus; without a target, where it was left. */
  open(target?: PanelTarget): Promise<void>
  close(): void
  /** Changes what was given at the start, while open as well. */
  update(change: PanelChange): void
  prefill(prefill: TicketPrefill): void
  /** Another person, or nobody: everything of the one before is gone from memory and from sight. */
  reset(): void
  destroy(): void
}

/** Small texts kept for one person; in memory alone where storage is refused. */
export interface Keep {
  get(key: string): string | null
  /** `null` forgets. */
  set(key: string, value: string | null): void
}
