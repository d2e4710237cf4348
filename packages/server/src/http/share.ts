import { isWaypostError, type RouteName, type SearchResults } from '@waypost/sdk/contract'
import type { Context } from 'hono'
import type { PerformedSearch, ReadArticle, Witnessed } from '../domain/insights/insights.js'
import type { NewId } from '../foundation/ids.js'
import { bytesOf } from './bytes-of.js'
import { type Answer, JSON_HEADERS, languageHeader } from './endpoint.js'
import { QuickResponse } from './quick-response.js'
import type { SharedAnswer, SharedAnswers } from './shared-answers.js'

export interface ShareDeps {
  /** Answers that are the same for everybody, as long as nothing of what they say has changed. */
  shared: SharedAnswers
  digest(text: string): string
  newId: NewId
  /** Hear of an article that was shown to somebody, and of a search that was answered. */
  onRead(by: Witnessed, article: ReadArticle): void
  onSearched(by: Witnessed, search: PerformedSearch): void
}

/** Answers that depend on content alone: kept when nobody in particular asks. */
export const SHARED_ROUTES: readonly RouteName[] = [
  'getSettings',
  'search',
  'listSuggestions',
  'listCollections',
  'listArticles',
  'getArticle',
  'getEducation',
  'getCourse',
  'getLesson',
  'getOpenApi',
]

/** What one call asks for, of an answer that everybody gets. */
export interface Asked {
  readonly name: RouteName
  readonly by: Witnessed
  readonly req: Context['req']
  /** Those that the answer has whatever it says. */
  readonly headers: Readonly<Record<string, string>>
  /** Makes the answer, where it has not been made for this state of the content. */
  answer(): Promise<Answer<unknown>>
}

/** Sends what everybody gets, made once for each state of the content; and counts it each time. */
export function createShare({ shared, digest, newId, onRead, onSearched }: ShareDeps) {
  return async (asked: Asked): Promise<Response> => {
    const { name, by, req, headers } = asked
    const key = `${by.actor.site} ${req.url.slice(req.url.indexOf('/', 8))}`
    if (name === 'search') return search(key, asked)
    const found = shared.find(key) ?? (await make(key, asked).catch(orLast(key)))
    if (found.read) onRead(by, found.read)
    const wants = { tags: req.header('if-none-match'), encodings: req.header('accept-encoding') }
    return shared.send(found, wants, { ...headers, Vary: 'Origin, Accept-Encoding' })
  }

  /** While storage is away, what was asked for before is still answered. */
  function orLast(key: string) {
    return (error: unknown): SharedAnswer => {
      const last = isWaypostError(error, 'unavailable') ? shared.findLast(key) : undefined
      if (!last) throw error
      return last
    }
  }

  async function make(key: string, { answer }: Asked): Promise<SharedAnswer> {
    const begun = shared.begin()
    const result = await answer()
    const text = JSON.stringify(result.reply)
    const etag = `"${digest(text).slice(0, 22)}"`
    const headers = headersOf(result, 'public, no-cache')
    return shared.keep(key, { read: result.read, text, etag, headers }, begun)
  }

  /** Each search has an id of its own. No cache keeps it: in its address stands what was typed. */
  async function search(key: string, asked: Asked): Promise<Response> {
    const { searchId, text, search, headers } = findSearch(key) ?? (await makeSearch(key, asked))
    if (search) onSearched(asked.by, { ...search, searchId })
    // As bytes, because Node goes over a text three times before it is written.
    return new QuickResponse(bytesOf(text), { headers: { ...asked.headers, ...headers } })
  }

  function findSearch(key: string): AnsweredSearch | undefined {
    const found = shared.find(key)
    if (!found) return undefined
    const searchId = newId('sea')
    return { ...found, searchId, text: beginningOf(searchId) + found.text }
  }

  async function makeSearch(key: string, { answer }: Asked): Promise<AnsweredSearch> {
    const begun = shared.begin()
    const result = await answer()
    const { searchId } = result.reply as SearchResults
    // It begins with the id.
    const text = JSON.stringify(result.reply)
    const made = { search: result.search, headers: headersOf(result, 'no-store') }
    if (shared.isAskedAgain(key)) {
      const kept = text.slice(beginningOf(searchId).length)
      shared.keep(key, { ...made, text: kept, etag: '' }, begun)
    }
    return { ...made, searchId, text }
  }
}

interface AnsweredSearch extends Pick<SharedAnswer, 'search' | 'text' | 'headers'> {
  readonly searchId: string
}

/** The part of an answered search that is another each time. */
function beginningOf(searchId: string): string {
  return `{"searchId":"${searchId}",`
}

function headersOf(answer: Answer<unknown>, cache: string): Record<string, string> {
  return { ...JSON_HEADERS, ...languageHeader(answer), 'Cache-Control': cache }
}
