import { createRequire } from 'node:module'
import { createAnalysis } from '../../packages/server/src/adapters/search/analysis/analysis.js'
import { languageOf } from '../../packages/server/src/adapters/search/analysis/languages.js'
import { readEntry } from '../../packages/server/src/adapters/search/index/entry.js'
import { createInvertedIndex } from '../../packages/server/src/adapters/search/index/inverted-index.js'
import { createVocabulary } from '../../packages/server/src/adapters/search/index/vocabulary.js'
import { createSearchIndex } from '../../packages/server/src/adapters/search/search-index.js'
import type { SearchDocument } from '../../packages/server/src/domain/knowledge/search-index.js'
import type { BenchDocument } from './corpus.js'

export interface BenchEngine {
  search(text: string): unknown
  /** The index as it would be written down, in bytes, where the engine can say it. */
  bytes?(): number
}

type Build = (documents: readonly BenchDocument[], kit: string) => Promise<BenchEngine>

const LIMIT = 10

/** Ours, and others as their own documentation shows them. */
export const ENGINES: Readonly<Record<string, Build>> = {
  async Waypost(documents) {
    const index = createSearchIndex()
    const request = { site: 'bench', locale: 'en', limit: LIMIT, offset: 0, canRead: () => true }
    for (const document of documents) index.put(articleOf(document))
    return {
      search: (text) => index.search({ ...request, text }),
      bytes: () => invertedIndexBytes(documents),
    }
  },
  'MiniSearch, README': async (documents, kit) =>
    miniSearch(documents, kit, { boost: { title: 2 }, fuzzy: 0.2, prefix: true }),
  'MiniSearch, defaults': async (documents, kit) => miniSearch(documents, kit, {}),
  async FlexSearch(documents, kit) {
    const { Document } = await load(kit, 'flexsearch')
    const field = { tokenize: 'forward' }
    const index = new Document({
      document: {
        id: 'id',
        index: [
          { ...field, field: 'title' },
          { ...field, field: 'body' },
        ],
      },
    })
    for (const document of documents) index.add(document)
    return { search: (text) => index.search(text, { limit: LIMIT }) }
  },
  async Orama(documents, kit) {
    const { create, insertMultiple, save, search } = await load(kit, '@orama/orama')
    const index = create({ schema: { id: 'string', title: 'string', body: 'string' } })
    await insertMultiple(index, [...documents], 1_000)
    return {
      search: (term) => search(index, { term, boost: { title: 2 }, limit: LIMIT }),
      bytes: () => Buffer.byteLength(JSON.stringify(save(index))),
    }
  },
}

function articleOf({ id, title, body }: BenchDocument): SearchDocument {
  const names = { site: 'bench', locale: 'en', articleId: id, slug: id }
  const rest = { collectionId: null, keywords: [], summary: null, audience: 'public' as const }
  return { ...names, ...rest, title, text: body }
}

/** Our MiniSearch written down as the others' are. */
function invertedIndexBytes(documents: readonly BenchDocument[]): number {
  const vocabulary = createVocabulary(createAnalysis(languageOf('en')))
  const index = createInvertedIndex(vocabulary)
  index.addAll(documents.map((own, number) => readEntry(number, articleOf(own), vocabulary)))
  return Buffer.byteLength(JSON.stringify(index))
}

async function miniSearch(
  documents: readonly BenchDocument[],
  kit: string,
  searchOptions: object,
): Promise<BenchEngine> {
  const { default: MiniSearch } = await load(kit, 'minisearch')
  const index = new MiniSearch({ fields: ['title', 'body'], searchOptions })
  index.addAll(documents)
  return {
    search: (text) => index.search(text).slice(0, LIMIT),
    bytes: () => Buffer.byteLength(JSON.stringify(index)),
  }
}

/** Others' libraries come from the kit: the project has none of them but MiniSearch. */
async function load(kit: string, name: string) {
  const resolved = createRequire(`${kit}/package.json`).resolve(name)
  const module = await import(resolved)
  return module.default?.Document ? module.default : module
}
