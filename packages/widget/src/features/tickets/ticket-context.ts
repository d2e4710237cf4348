import type { PageContext, TicketContext } from '@waypost/sdk/contract'
import type { PanelContext } from '../../foundation/panel-context.js'

/** What goes along, piece by piece, as somebody may take it out. */
export type ContextPart =
  | 'page'
  | 'language'
  | 'browser'
  | 'app'
  | 'searches'
  | 'articles'
  | 'errors'
/** As they are shown, one after the other. */
export type ContextParts = Readonly<Record<ContextPart, TicketContext>>

type Asking = Pick<PanelContext, 'context' | 'locale' | 'keep'>

/** Where the person is and what came before, as much of it as a ticket takes. */
export function partsOfContext({ context, locale, keep }: Asking): ContextParts {
  const page = context()
  const { url, title, appVersion } = page
  const searches = parsed(keep.get('search.words')).slice(0, 5)
  const articles = [...(keep.read?.keys() ?? [])].reverse().slice(0, 10)
  const errors = errorsOf(page)
  return {
    page: {
      ...(url && { url: withoutQuery(url).slice(0, 2048) }),
      ...(lineOf(title) && { title: lineOf(title, 300) }),
    },
    language: { ...(locale && { locale: locale.slice(0, 35) }) },
    browser: { userAgent: navigator.userAgent.slice(0, 500) },
    app: { ...(lineOf(appVersion) && { appVersion: lineOf(appVersion, 100) }) },
    searches: { ...(searches.length > 0 && { searches: searches.map((it) => lineOf(it, 200)) }) },
    articles: { ...(articles.length > 0 && { articles }) },
    errors: { ...(errors.length > 0 && { errors }) },
  }
}

/** All of it but what is left out. The number of a search is only counted, and not kept. */
export function ticketContext(asking: Asking, without: readonly string[] = []): TicketContext {
  const { searchId } = asking.keep
  const parts = Object.entries(partsOfContext(asking)).filter(([name]) => !without.includes(name))
  return Object.assign({}, ...parts.map(([, part]) => part), searchId && { searchId })
}

/** An address without what a page may carry about somebody. */
const withoutQuery = (url: string): string => url.replace(/[?#].*/s, '')

const lineOf = (text: unknown, most = 300): string =>
  `${text ?? ''}`.replace(/\s+/g, ' ').trim().slice(0, most)

function errorsOf({ errors = [] }: PageContext): string[] {
  try {
    const told: unknown = typeof errors === 'function' ? errors() : errors
    const lines = Array.isArray(told) ? told : []
    return lines
      .map((error) => lineOf(error, 500))
      .filter(Boolean)
      .slice(0, 5)
  } catch {
    // A fault of the page is no reason not to ask about it.
    return []
  }
}

function parsed(kept: string | null): readonly unknown[] {
  try {
    const list: unknown = JSON.parse(kept ?? '[]')
    return Array.isArray(list) ? list : []
  } catch {
    return []
  }
}
