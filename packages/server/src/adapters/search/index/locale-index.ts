import MiniSearch from 'minisearch'
import type {
  SearchAnswer,
  SearchDocument,
  SearchRequest,
} from '../../../domain/knowledge/search-index.js'
import { createAnalysis } from '../analysis/analysis.js'
import { languageOf } from '../analysis/languages.js'
import { planQuery } from '../plan/plan.js'
import { createWordList, type WordList } from '../plan/word-list.js'
import { findCandidates } from '../score/score.js'
import { type Entry, readEntry } from './entry.js'
import { createVocabulary } from './vocabulary.js'
import { termsOf, type Word } from './word.js'

const textOf = (words: readonly Word[]) => words.map((word) => word.text).join(' ')

/** The documents of one site in one locale. Changes are cheap; the first search after some pays. */
export function createLocaleIndex(locale: string) {
  const analysis = createAnalysis(languageOf(locale))
  const vocabulary = createVocabulary(analysis)
  const entries = new Map<string, Entry>()
  const waiting = new Set<Entry>()
  let wordList: WordList | undefined

  const expand = (text: string) => {
    const word = vocabulary.find(text)
    return word ? termsOf(word) : []
  }
  const index = new MiniSearch<Entry>({
    fields: ['title', 'keywords', 'body'],
    extractField: (entry, field) => {
      if (field === 'title') return textOf(entry.title)
      if (field === 'keywords') return textOf(entry.keywords)
      return field === 'body' ? textOf(entry.body) : entry.id
    },
    // The number of keywords says nothing about an article: to the length they count as one.
    tokenize: (text, field) => (field === 'keywords' ? [text] : text.split(' ')),
    processTerm: (text, field) =>
      field === 'keywords' ? text.split(' ').flatMap(expand) : expand(text),
  })

  function count(entry: Entry, change: 1 | -1): void {
    const audience = vocabulary.audienceNumber(entry.document.audience)
    for (const word of entry.words) {
      word.documents[audience] = (word.documents[audience] ?? 0) + change
      if (change < 0 && word.documents.every((documents) => !documents)) vocabulary.forget(word)
    }
    wordList = undefined
  }

  function remove(articleId: string): void {
    const entry = entries.get(articleId)
    if (!entry) return
    entries.delete(articleId)
    if (!waiting.delete(entry)) index.remove(entry)
    count(entry, -1)
  }

  function refresh(): WordList {
    if (wordList) return wordList
    const stale = vocabulary.staleParts()
    for (const entry of entries.values()) {
      if (waiting.has(entry)) continue
      for (const word of entry.words) {
        if (!stale.has(word)) continue
        index.remove(entry)
        waiting.add(entry)
        break
      }
    }
    for (const [word, parts] of stale) word.parts = parts
    for (const entry of waiting) index.add(entry)
    waiting.clear()
    vocabulary.rebuildTerms()
    wordList = createWordList(vocabulary.all())
    return wordList
  }

  return {
    get size() {
      return entries.size
    },
    put(document: SearchDocument): void {
      remove(document.articleId)
      const entry = readEntry(document, vocabulary)
      entries.set(entry.id, entry)
      waiting.add(entry)
      count(entry, 1)
    },
    remove,
    search(request: SearchRequest): SearchAnswer {
      const words = refresh()
      const readable = [...vocabulary.audiences].filter(([audience]) =>
        request.canRead(audience as SearchDocument['audience']),
      )
      const numbers = readable.map(([, number]) => number)
      const names = new Set(readable.map(([audience]) => audience))
      const frequency = (word: Word) =>
        numbers.reduce((sum, number) => sum + (word.documents[number] ?? 0), 0)
      const plan = planQuery(request.text, {
        analysis,
        words,
        frequency,
        documentsWith: (term) =>
          vocabulary.withTerm(term).reduce((sum, word) => sum + frequency(word), 0),
        find: vocabulary.find,
        documentCount: entries.size,
      })
      if (plan.groups.length === 0) return { hits: [], total: 0 }
      const isVisible = (id: string) => {
        const document = entries.get(id)?.document
        if (!document || !names.has(document.audience)) return false
        return request.collectionId === undefined || document.collectionId === request.collectionId
      }
      const found = findCandidates(index as MiniSearch, plan.groups, isVisible, entries.size)
      const page = found.slice(request.offset, request.offset + request.limit)
      return {
        hits: page.map(({ id, score }) => {
          const { document } = entries.get(id) as Entry
          const text = (document.summary ?? document.text).slice(0, 160)
          return { document, score, excerpt: [{ text, match: false }] }
        }),
        total: found.length,
        ...(plan.didYouMean === undefined ? {} : { didYouMean: plan.didYouMean }),
      }
    },
  }
}

export type LocaleIndex = ReturnType<typeof createLocaleIndex>
