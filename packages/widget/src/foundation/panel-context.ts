import type { Client } from '@waypost/sdk/client'
import type { Article, Keep, PanelOptions, Settings, TicketScope } from '@waypost/sdk/contract'
import type { Translator } from './i18n.js'

/** What the views of one person tell each other: in memory alone, and gone with the person. */
export interface PersonNotes {
  /** The search that was made last. */
  searchId?: string
  /** Whose requests they look at; their own unless chosen. */
  scope?: TicketScope
  /** Articles that were read, by id with their titles, the last one last. */
  read?: Map<string, string>
  /** The last of them, by language and id, to be read without a network; in memory alone. */
  seen?: Map<string, Article>
  /** While a question is being written: what an article that was opened from there may ask. */
  asking?: (articleId: string, said: () => void) => unknown
}

/** What the shell hands to every view. Views never read options; they get what follows from them. */
export interface PanelContext
  extends Pick<
    PanelOptions<Client>,
    | 'client'
    | 'baseUrl'
    | 'emit'
    | 'context'
    | 'customer'
    | 'realtime'
    | 'outbox'
    | 'hasUnsent'
    | 'education'
  > {
  readonly keep: Keep & PersonNotes
  /** Words in the panel's language. */
  readonly translator: Translator
  /** The locale that was asked for, whether we have words in it or not: articles may. */
  readonly locale: string
  /** Missing until the server has answered. */
  readonly settings: Settings | undefined
  /** False where the site takes no tickets: then nothing offers to ask. */
  readonly canAsk?: boolean
  /** False where there are no articles: then nothing offers one. */
  readonly canRead?: boolean
  /** Asking stands before the answers. */
  readonly asksFirst?: boolean | undefined
}
