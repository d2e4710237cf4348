import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { SearchDocument } from '../../../domain/knowledge/search-index.js'
import { allAtOnce } from '../index/steps.js'
import { createSearchIndex, type SearchIndexInProcess } from '../search-index.js'
import { madeBy } from './made-by.js'
import { readSnapshot } from './read-snapshot.js'

const MADE = 'by this test'
const WORDS =
  `avgift påminnelse faktura kund kundavgift påminnelseavgift fakturaavgift betala betalas
  paminnelse e-post e‑faktura räkning moms 25 2026 är för när läsa läser wi-fi 日本語 l'article it's o'neil
  återbetalning betalning återbetalningspolicy policy Ångra ångra konto kontoutdrag utdrag`.split(
    /\s+/,
  )

/** Everything that comes by chance, the same in every run. */
function chance(seed: number) {
  let state = seed
  const below = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
  const words = (count: number) =>
    Array.from({ length: count }, () => WORDS[below(WORDS.length)]).join(' ')
  const article = (id: number): SearchDocument => ({
    ...{ site: 'tidemark', locale: 'sv', articleId: `a${id}`, slug: `a${id}` },
    title: words(1 + below(4)),
    collectionId: below(2) ? 'shelf' : null,
    keywords: below(3) ? [] : [words(1), words(2)],
    summary: below(3) ? null : words(6),
    text: `${words(below(60))}.\n\n${words(20)} nr${below(400)} ${words(below(9))}`,
    audience: below(5) ? 'public' : 'team',
  })
  return { below, words, article }
}

/** As the storage says it: another one where a text is another one. */
function versioned(article: SearchDocument): SearchDocument {
  const { title, keywords, summary, text } = article
  return { ...article, version: JSON.stringify([title, keywords, summary, text]) }
}

function indexOf(articles: Iterable<SearchDocument>, known?: Buffer): SearchIndexInProcess {
  const index = createSearchIndex()
  if (known) index.know(readSnapshot(known, MADE))
  for (const article of articles) index.put(versioned(article))
  index.settle()
  return index
}

function snapshotOf(index: SearchIndexInProcess, made = MADE): Buffer {
  const [locale] = index.writable()
  if (!locale) throw new Error('Nothing was put')
  return Buffer.concat(allAtOnce(locale.write(made)))
}

const changesOf = (index: SearchIndexInProcess) => index.writable()[0]?.changes

/** Means that were brought up to date differ in the last digits from those that were made at once. */
const rounded = (_: string, value: unknown) =>
  typeof value === 'number' ? Number(value.toPrecision(9)) : value

/** What customers and the team are answered, as text: to compare that is quick. */
function answers(index: SearchIndexInProcess, queries: readonly string[]) {
  const request = { site: 'tidemark', locale: 'sv', limit: 20, offset: 0 }
  return queries.flatMap((text) => [
    JSON.stringify(index.search({ ...request, text, canRead: () => true }), rounded),
    JSON.stringify(
      index.search({ ...request, text, canRead: (group) => group === 'public' }),
      rounded,
    ),
  ])
}

describe('a snapshot of the search index', () => {
  it.each([1, 2, 3])('makes the very index that reading makes, after edits (%i)', (seed) => {
    const { below, words, article } = chance(seed)
    const storage = new Map<string, SearchDocument>()
    for (let id = 0; id < 90; id++) storage.set(`a${id}`, article(id))
    const before = snapshotOf(indexOf(storage.values()))
    for (let edit = below(40); edit > 0; edit--) {
      const id = below(100)
      if (below(3) === 0) storage.delete(`a${id}`)
      else storage.set(`a${id}`, article(id))
    }
    const read = indexOf(storage.values())
    const known = indexOf(storage.values(), before)
    const queries = Array.from({ length: 25 }, () => words(1 + below(4)).slice(0, 1 + below(30)))
    expect(answers(known, queries)).toEqual(answers(read, queries))
    // Words, their order, their parts, and where they stand: all of it, byte by byte.
    expect(snapshotOf(known).equals(snapshotOf(read))).toBe(true)
  })

  it('knows when nothing has changed, and when something has', () => {
    const { article } = chance(7)
    const articles = Array.from({ length: 30 }, (_, id) => article(id))
    const before = snapshotOf(indexOf(articles))
    expect(changesOf(indexOf(articles))).toBeGreaterThan(0)
    expect(changesOf(indexOf(articles, before))).toBe(0)
    expect(changesOf(indexOf(articles.slice(1), before))).toBeGreaterThan(0)
    expect(changesOf(indexOf([...articles, article(99)], before))).toBeGreaterThan(0)
    const index = indexOf(articles, before)
    index.remove('tidemark', 'sv', 'a3')
    expect(changesOf(index)).toBeGreaterThan(0)
  })

  it.each([
    { title: 'Segel' },
    { keywords: ['segel'] },
    { summary: 'Segel' },
    { text: 'Segel' },
    { text: '' },
  ])('reads an article again when it has another text: %o', (edit) => {
    const article = {
      ...chance(12).article(1),
      keywords: ['ankare'],
      summary: 'Ankare',
      text: 'Ankar',
    }
    const edited = { ...article, ...edit }
    const known = indexOf([edited], snapshotOf(indexOf([article])))
    expect(changesOf(known)).toBeGreaterThan(0)
    expect(snapshotOf(known).equals(snapshotOf(indexOf([edited])))).toBe(true)
  })

  it('finds what nobody reads words of by what the storage says', () => {
    const article = chance(8).article(1)
    const before = snapshotOf(indexOf([article]))
    const moved = versioned({ ...article, slug: 'moved', collectionId: 'other' })
    expect(changesOf(indexOf([moved], before))).toBe(0)
    const kept = { ...moved, audience: 'team' as const }
    const index = indexOf([kept], before)
    expect(index.find('tidemark', 'sv', 'a1')).toEqual(kept)
    const request = { site: 'tidemark', locale: 'sv', limit: 1, offset: 0, text: article.title }
    const canRead = (audience: string) => audience === 'public'
    expect(index.search({ ...request, canRead }).total).toBe(0)
    expect(index.search({ ...request, canRead: () => true }).collections).toEqual([
      { collectionId: 'other', count: 1 },
    ])
  })

  it('survives that a word is forgotten while articles are put', () => {
    const { article } = chance(9)
    const text = 'Ankarspel hissas.'
    const [first, second] = [
      { ...article(1), text },
      { ...article(2), text },
    ]
    const before = snapshotOf(indexOf([first, second]))
    const index = createSearchIndex()
    index.know(readSnapshot(before, MADE))
    index.put(versioned(first))
    index.put(versioned({ ...first, text: 'Segel.' }))
    index.put(versioned(second))
    const request = { site: 'tidemark', locale: 'sv', limit: 9, offset: 0, canRead: () => true }
    const found = index.search({ ...request, text: 'ankarspel' }).hits
    expect(found.map(({ document }) => document.articleId)).toEqual(['a2'])
  })

  it('is refused when a byte is missing or another one', () => {
    const whole = snapshotOf(indexOf([chance(10).article(1)]))
    expect(readSnapshot(whole, MADE).size).toBe(1)
    for (let at = 0; at < whole.length; at += 7) {
      const flipped = Buffer.from(whole)
      flipped[at] = (flipped[at] as number) ^ 1
      expect(() => readSnapshot(flipped, MADE)).toThrow('damaged')
      expect(() => readSnapshot(whole.subarray(0, at), MADE)).toThrow('damaged')
    }
  })

  it('is refused when other code has made it', () => {
    const before = snapshotOf(indexOf([chance(11).article(1)]), 'of yesterday')
    expect(() => readSnapshot(before, MADE)).toThrow('another version has written it')
  })
})

describe('madeBy', () => {
  it('covers every folder of code that a snapshot is made or read by', () => {
    const seen = new Set<string>()
    const follow = (path: string) => {
      if (seen.has(path)) return
      seen.add(path)
      const imports = readFileSync(path, 'utf8').matchAll(
        /^import (?!type)[^']* '([.][^']*)[.]js'/gm,
      )
      for (const [, name] of imports) follow(join(dirname(path), `${name}.ts`))
    }
    for (const name of ['./write-snapshot.ts', './read-snapshot.ts', '../index/vocabulary.ts']) {
      follow(fileURLToPath(new URL(name, import.meta.url)))
    }
    const folders = [...new Set([...seen].map((path) => dirname(path)))].sort()
    expect(madeBy()).toBe(madeBy(folders))
  })

  it('changes with every letter of the code that takes words apart', () => {
    const folder = mkdtempSync(join(tmpdir(), 'waypost-made-by-'))
    try {
      cpSync(fileURLToPath(new URL('../analysis/', import.meta.url)), folder, { recursive: true })
      const before = madeBy([folder])
      expect(madeBy([folder])).toBe(before)
      const path = join(folder, 'swedish.ts')
      writeFileSync(path, readFileSync(path, 'utf8').replace('alla allt', 'alla  allt'))
      expect(madeBy([folder])).not.toBe(before)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
