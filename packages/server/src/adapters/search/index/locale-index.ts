import type {
  KnownShareRequest,
  SearchAnswer,
  SearchDocument,
  SearchRequest,
  SynonymGroup,
} from '../../../domain/knowledge/search-index.js'
import { createAnalysis } from '../analysis/analysis.js'
import { languageOf } from '../analysis/languages.js'
import { excerptOf, quotedFrom } from '../excerpt/excerpt.js'
import { knownShare } from '../plan/known-share.js'
import { planQuery } from '../plan/plan-query.js'
import { createSynonyms } from '../plan/synonyms.js'
import { createWordList, withWords } from '../plan/word-list.js'
import { evidenceOf, heldIn } from '../score/evidence.js'
import { rank } from '../score/rank.js'
import { strongAnswer } from '../score/strong-answer.js'
import { createTermScores } from '../score/term-scores.js'
import { matchWords } from '../score/word-matches.js'
import type { Snapshot } from '../snapshot/read-snapshot.js'
import { writeSnapshot } from '../snapshot/write-snapshot.js'
import { countTerms } from './count-terms.js'
import { createDocumentTable } from './document-table.js'
import { type Entry, readEntry, textsOf } from './entry.js'
import { createInvertedIndex, numbersWith } from './inverted-index.js'
import { createLexicon } from './lexicon.js'
import { loadInvertedIndex } from './load-inverted-index.js'
import type { Steps } from './steps.js'
import { createVocabulary } from './vocabulary.js'
import type { Word } from './word.js'

/** From so many on it is quicker to make the index anew, when most of the documents are new. */
const MANY = 100
/** So many entries added one by one, and so many new words in order, are some milliseconds of work. */
const ENTRIES_AT_ONCE = 10
const WORDS_AT_ONCE = 8_000

/**
 * The documents of one site in one locale. A change only reads the document; the first search after
 * it brings the tables up to date. With a snapshot it stands there whole, without documents: those that
 * are put as they were take their place in it, and what is not put until it settles goes.
 */
export function createLocaleIndex(site: string, locale: string, known?: Snapshot) {
  const analysis = createAnalysis(languageOf(locale))
  const vocabulary = createVocabulary(analysis, known?.words)
  let index = known ? loadInvertedIndex(known.counted, vocabulary) : createInvertedIndex(vocabulary)
  const scores = createTermScores(() => index)
  const byId = new Map<string, Entry>()
  const byNumber: Entry[] = []
  byNumber.length = known?.size ?? 0
  const free: number[] = []
  const documents = createDocumentTable()
  const waiting = new Set<Entry>()
  let wordList = createWordList(vocabulary.byId, known?.order)
  let synonyms = createSynonyms([], analysis)
  let forgotten = 0
  let snapshot = known
  let changed = known !== undefined
  let settling: Steps | undefined
  let changes = 0

  function discard(entry: Entry): void {
    if (!waiting.delete(entry)) index.remove(entry)
    vocabulary.count(textsOf(entry), entry.document.audience, -1)
    free.push(entry.number)
    changed = true
  }

  function keep(entry: Entry): void {
    byId.set(entry.document.articleId, entry)
    byNumber[entry.number] = entry
    documents.set(entry.number, entry.document)
  }

  function settle(): void {
    while (settleABit());
  }

  function settleABit(): boolean {
    if (!settling && changed) settling = bringUpToDate()
    if (settling?.next().done !== false) settling = undefined
    return settling !== undefined
  }

  function* bringUpToDate(): Steps {
    changed = false
    yield* forgetUnput()
    const stale = yield* vocabulary.staleParts()
    for (const entry of holdersOf(stale.keys())) {
      index.remove(entry)
      waiting.add(entry)
    }
    vocabulary.setParts(stale)
    const isMost = waiting.size >= MANY && waiting.size > index.documentCount
    if (isMost) {
      const counted = yield* countTerms([...byId.values()], vocabulary.words())
      index = loadInvertedIndex(counted, vocabulary)
      waiting.clear()
    }
    for (const entry of waiting) {
      index.add(entry)
      waiting.delete(entry)
      if (waiting.size % ENTRIES_AT_ONCE === 0) yield
    }
    scores.forget()
    const words = vocabulary.takeNew()
    yield
    const isAnyGone = vocabulary.forgotten !== forgotten
    forgotten = vocabulary.forgotten
    for (let from = 0; from === 0 || from < words.length; from += WORDS_AT_ONCE) {
      const some = words.slice(from, from + WORDS_AT_ONCE)
      const order = withWords(wordList.order, some, vocabulary, isAnyGone && from === 0)
      wordList = createWordList(vocabulary.byId, order)
      yield
    }
  }

  /** Takes out what the snapshot knows of and nobody has put. */
  function* forgetUnput(): Steps {
    const unput = snapshot?.untaken() ?? []
    snapshot = undefined
    const isMost = unput.length >= MANY && unput.length > byId.size
    if (isMost) {
      index = createInvertedIndex(vocabulary)
      for (const entry of byId.values()) waiting.add(entry)
    }
    for (const [at, { texts, audience }] of unput.entries()) {
      if (!isMost) index.remove(texts)
      vocabulary.count(textsOf(texts), audience, -1)
      free.push(texts.number)
      changes++
      if (at % ENTRIES_AT_ONCE === 0) yield
    }
  }

  function lexiconFor(canRead: SearchRequest['canRead']) {
    const readable = new Set([...vocabulary.audiences.keys()].filter(canRead))
    return createLexicon(vocabulary, wordList, readable)
  }

  /** What stands in the index with one of the words. */
  function holdersOf(words: Iterable<Word>): Set<Entry> {
    const holders = new Set<Entry>()
    for (const { id, term } of index.documentCount > 0 ? words : []) {
      for (const number of numbersWith(index, term)) {
        const entry = byNumber[number] as Entry
        if (textsOf(entry).some((ids) => ids.includes(id))) holders.add(entry)
      }
    }
    return holders
  }

  return {
    site,
    locale,
    get size() {
      return byId.size
    },
    put(document: SearchDocument): void {
      if (settling) settle()
      const before = byId.get(document.articleId)
      const taken = before ? undefined : snapshot?.take(document)
      if (taken) {
        keep(taken)
        return
      }
      changes++
      const entry = readEntry(free.pop() ?? byNumber.length, document, vocabulary)
      // In this order words that stay are never forgotten.
      vocabulary.count(textsOf(entry), document.audience, 1)
      if (before) discard(before)
      keep(entry)
      waiting.add(entry)
      changed = true
    },
    find(articleId: string): SearchDocument | undefined {
      return byId.get(articleId)?.document
    },
    remove(articleId: string): void {
      if (settling) settle()
      const entry = byId.get(articleId)
      if (!entry) return
      byId.delete(articleId)
      discard(entry)
      changes++
    },
    get changes() {
      return changes
    },
    *write(made: string): Steps<readonly Uint8Array[]> {
      settle()
      const entries = [...byId.values()]
      const order = wordList.order.ids
      return yield* writeSnapshot({ made, site, locale, entries, wordOf: vocabulary.byId, order })
    },
    settle,
    settleABit,
    setSynonyms(groups: readonly SynonymGroup[]): void {
      synonyms = createSynonyms(groups, analysis)
    },
    knownShare: ({ text, canRead }: KnownShareRequest) => knownShare(text, lexiconFor(canRead)),
    search(request: SearchRequest): SearchAnswer {
      settle()
      const { collectionId, pinned = [], offset, limit } = request
      const lexicon = lexiconFor(request.canRead)
      const plan = planQuery(request.text, analysis, lexicon, synonyms)
      if (plan.groups.length === 0 && pinned.length === 0)
        return { hits: [], total: 0, collections: [] }
      const matches = matchWords(plan.groups, vocabulary, lexicon, byId.size)
      const entryOf = (number: number) => byNumber[number] as Entry
      const isVisible = documents.visibleTo(request.canRead)
      const first = [...new Set(pinned)].flatMap((id) => byId.get(id)?.number ?? [])
      const { found, best, total, shares } = rank(
        scores,
        plan,
        matches,
        entryOf,
        { count: byId.size, size: documents.size, isVisible },
        {
          count: offset + limit,
          pinned: first.filter(isVisible),
          of: (numbers) => documents.inCollection(numbers, collectionId),
        },
      )
      const isMatch = (text: string) => {
        const word = vocabulary.find(text)
        return word !== undefined && matches.matched[word.id] !== 0
      }
      const query = { isMatch, matched: matches.matched, shares }
      const sure = { ...query, matched: matches.sure }
      const answered = offset === 0 ? strongAnswer(best, entryOf, sure, plan) : undefined
      return {
        hits: best.slice(offset, offset + limit).map(({ number, score }) => {
          const entry = entryOf(number)
          const evidence = evidenceOf(heldIn(entry, matches.sure), plan, shares)
          return { document: entry.document, score, evidence, excerpt: excerptOf(entry, query) }
        }),
        total,
        collections: documents.countCollections(found),
        ...(plan.didYouMean === undefined ? {} : { didYouMean: plan.didYouMean }),
        ...(answered && {
          answer: { document: answered.document, excerpt: quotedFrom(answered, sure) },
        }),
      }
    },
  }
}

export type LocaleIndex = ReturnType<typeof createLocaleIndex>
