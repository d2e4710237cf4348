import type { Form, RouteName } from '@waypost/sdk/contract'
import type { Actor } from '../../domain/actor.js'
import type { SafeHtml } from '../../foundation/html.js'
import type { Translator } from '../../messages/translator.js'
import type { Site } from '../site.js'
import type { PortalLocale } from './locales.js'
import type { PortalPaths } from './portal-paths.js'

/** What every page knows: who reads which site in which language, and every address. */
export interface Visit {
  readonly request: Request
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** For rate limits; behind proxies, as far as these are trusted. */
  readonly address: string
  /** Nobody in particular; who is signed in, `findReader` says to the few pages that are theirs. */
  readonly actor: Actor
  readonly site: Site
  readonly locale: PortalLocale
  /** Every locale of the site, the reader's too. */
  readonly locales: readonly PortalLocale[]
  readonly words: Translator
  readonly paths: PortalPaths
  /** Whether customers may ask; a site that only documents offers no form. */
  readonly canAsk: boolean
  readonly now: Date
  /** What the site asks, in the reader's language. */
  readonly form: Form
}

/** One page as its author sees it; the layout makes the document around `main`. */
export interface PageView {
  /** Of the document, without the site's name. Empty on home. */
  readonly title: string
  readonly main: SafeHtml
  /** 200 unless said. */
  readonly status?: number
  readonly description?: string | undefined
  /** The place in the masthead that is marked as the current one. */
  readonly place?: 'articles' | 'learn' | 'ask' | 'requests'
  /** The field in the masthead: away where the page has one of its own. `true` unless said. */
  readonly search?: boolean
  /** Path of the address that search engines should keep; without it they keep none. */
  readonly canonical?: string
  /** The same page in every locale that has it, this one too: hreflang and the language menu. */
  readonly translations?: readonly { readonly locale: string; readonly path: string }[]
  /** Other forms of this page: Markdown, a feed. */
  readonly forms?: readonly {
    readonly type: string
    readonly path: string
    readonly title?: string
  }[]
  /** Its times become those of the reader's zone before anything is shown, so that nothing moves. */
  readonly hasClocks?: boolean
  readonly openGraphType?: 'website' | 'article'
  readonly jsonLd?: readonly object[]
  /** `shared`: the same for everybody, so it gets an ETag. `none` holds something personal. */
  readonly cache?: 'shared' | 'none'
  readonly headers?: Readonly<Record<string, string>>
}

/** What is no page but text for a machine: Markdown, a feed, a map of the site. */
export interface TextView {
  /** Media type without a charset, which is always UTF-8. */
  readonly type: string
  readonly text: string
  readonly headers?: Readonly<Record<string, string>>
}

/** One page of the portal: where it stands below `/help/<locale>`, and what it answers. */
export interface PortalPage {
  readonly method: 'GET' | 'POST'
  /** As Hono writes patterns: `/articles/:slug`; empty for home. */
  readonly path: string
  /** Belongs to no locale: its path counts from the root. */
  readonly isGlobal?: boolean
  /** Whose budget a visit is taken from; `getArticle` unless said. */
  readonly budget?: RouteName
  /** Its address opens something by itself: it is sent on to nobody, and kept nowhere. */
  readonly isSecret?: boolean
  /** The page, or text, or a redirect. Errors become error pages. */
  answer(visit: Visit): Promise<PageView | TextView | Response>
  /**
   * The page where `answer` or a budget has refused, with every word that was typed still in it.
   * `undefined` leaves it to the error page, and so does a second error.
   */
  recover?(visit: Visit, error: unknown): Promise<PageView | undefined>
}
