/** A search as long as the server remembers it. What of it has been counted is written on it. */
export interface RecentSearch {
  readonly site: string
  locale: string
  text: string
  /** The articles found, the first hit first. */
  articleIds: readonly string[]
  isAnswered: boolean
  at: number
  isTyped: boolean
  isCounted: boolean
  isChosen: boolean
  isAsked: boolean
}

type Said = Pick<RecentSearch, 'site' | 'locale' | 'text' | 'articleIds' | 'isAnswered' | 'at'>

export interface RecentRead {
  readonly site: string
  readonly locale: string
  readonly articleId: string
  readonly at: number
}

interface Caller {
  at: number
  readonly searches: RecentSearch[]
  /** By site, locale and id; the last one last. */
  readonly reads: Map<string, RecentRead>
}

/** Milliseconds after which what somebody did has nothing to do with what they do now. */
const MEMORY = 30 * 60_000
/** Milliseconds without a letter after which typing has ended. */
export const TYPING = 4_000
const MOST_SEARCHES = 20_000
const MOST_CALLERS = 10_000
const MOST_OF_A_CALLER = 8

/**
 * Who searched and read what in the last half hour, by the address that budgets are counted by: in
 * memory alone, and never written anywhere. Without it nobody could tell a word being typed from ten
 * searches, or that a ticket came after one.
 */
export function createRecent() {
  const byId = new Map<string, RecentSearch>()
  const byCaller = new Map<string, Caller>()
  let typing: RecentSearch[] = []

  return {
    /** The search with a new text where the caller is still typing it; a new one otherwise. */
    search(caller: string, searchId: string, said: Said): RecentSearch {
      const { searches } = callerAt(caller, said.at)
      const last = searches.at(-1)
      const isSame = last && !last.isTyped && last.site === said.site && isTyping(last, said)
      const search = isSame ? Object.assign(last, said) : newSearch(said)
      if (!isSame) {
        searches.push(search)
        typing.push(search)
        if (searches.length > MOST_OF_A_CALLER) searches.shift()
      }
      byId.set(searchId, search)
      shorten(byId, MOST_SEARCHES)
      return search
    },

    find: (searchId: string): RecentSearch | undefined => byId.get(searchId),

    /** The caller's searches, the last one first. */
    searchesOf(caller: string, now: number): readonly RecentSearch[] {
      const searches = byCaller.get(caller)?.searches ?? []
      return searches.filter(({ at }) => now - at < MEMORY).reverse()
    },

    /** Notes that an article was read; `false` where the caller has read it lately. */
    read(caller: string, read: RecentRead): boolean {
      const { reads } = callerAt(caller, read.at)
      const key = `${read.site}|${read.locale}|${read.articleId}`
      const before = reads.get(key)
      reads.delete(key)
      reads.set(key, read)
      if (reads.size > MOST_OF_A_CALLER) reads.delete([...reads.keys()][0] ?? '')
      return before === undefined || read.at - before.at >= MEMORY
    },

    /** The article that the caller has read last. */
    lastRead(caller: string, now: number): RecentRead | undefined {
      const last = [...(byCaller.get(caller)?.reads.values() ?? [])].at(-1)
      return last && now - last.at < MEMORY ? last : undefined
    },

    /** The searches that nobody types any more, each once. What is over by now is forgotten. */
    typed(now: number): RecentSearch[] {
      forget(byId, now)
      forget(byCaller, now)
      const ended = typing.filter(({ at, isTyped }) => !isTyped && now - at >= TYPING)
      for (const search of ended) search.isTyped = true
      typing = typing.filter(({ isTyped }) => !isTyped)
      return ended
    },

    /** Ends the typing of one search. */
    settle(search: RecentSearch): void {
      search.isTyped = true
    },

    get isTyping(): boolean {
      return typing.length > 0
    },
  }

  function callerAt(name: string, now: number): Caller {
    const caller = byCaller.get(name) ?? { at: now, searches: [], reads: new Map() }
    caller.at = now
    byCaller.delete(name)
    byCaller.set(name, caller)
    shorten(byCaller, MOST_CALLERS)
    return caller
  }
}

export type Recent = ReturnType<typeof createRecent>

function newSearch({ site, locale, text, articleIds, isAnswered, at }: Said): RecentSearch {
  // Named one by one: there are thousands, and what is spread takes twice the room.
  return {
    site,
    locale,
    text,
    articleIds,
    isAnswered,
    at,
    isTyped: false,
    isCounted: false,
    isChosen: false,
    isAsked: false,
  }
}

/** A letter more, letters taken back, or a word mended: one search in the making. */
function isTyping(last: RecentSearch, next: { text: string; at: number }): boolean {
  if (next.at - last.at >= TYPING) return false
  const [a, b] = [last.text.toLowerCase().trim(), next.text.toLowerCase().trim()]
  return a.startsWith(b) || b.startsWith(a) || (a.length > 2 && b.startsWith(a.slice(0, 3)))
}

/**
 * Takes out the oldest, which stand first, where there are too many; a tenth of them at once, because
 * to find the first of a map costs as much as has been taken out before it.
 */
function shorten(kept: Map<string, unknown>, most: number): void {
  if (kept.size <= most) return
  let surplus = most / 10
  for (const name of kept.keys()) {
    if (surplus-- <= 0) return
    kept.delete(name)
  }
}

function forget(kept: Map<string, { at: number }>, now: number): void {
  for (const [name, { at }] of kept) {
    if (now - at < MEMORY) return
    kept.delete(name)
  }
}
