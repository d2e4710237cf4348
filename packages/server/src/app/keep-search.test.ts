import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createSearchIndex } from '../adapters/search/search-index.js'
import type { SearchDocument } from '../domain/knowledge/search-index.js'
import { silentLogger } from '../foundation/logger.js'
import { loadConfig, startServer } from './index.js'
import { keepSearch } from './keep-search.js'

describe('what search has made of the articles', () => {
  let place: string
  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'waypost-search-'))
  })
  afterEach(() => rmSync(place, { recursive: true, force: true }))

  const folder = () => join(place, 'search')
  const snapshot = () => join(folder(), 'tidemark en.snapshot')

  function article(id: string, locale = 'en'): SearchDocument {
    const names = { site: 'tidemark', locale, articleId: id, slug: id, title: `Anchor ${id}` }
    const rest = { collectionId: null, keywords: [], summary: null, audience: 'public' as const }
    return { ...names, ...rest, text: `Drop the ${id} anchor gently.`, version: '1' }
  }

  /** Starts on these articles; `told` is what the operator reads, `changes` what was read anew. */
  async function start(articles: readonly SearchDocument[], at = folder(), look?: number) {
    const told: unknown[] = []
    const tell = (message: string, more?: object) => void told.push({ message, ...more })
    const log = { ...silentLogger, info: tell, warn: tell }
    const index = createSearchIndex()
    const kept = keepSearch({ folder: at, log, ...(look && { look }) })(index)
    await kept.load()
    for (const each of articles) index.put(each)
    index.settle()
    kept.follow()
    const changes = index.writable().map((locale) => [locale.locale, locale.changes])
    return { index, told, changes: Object.fromEntries(changes), close: kept.close }
  }

  it('is kept from one start to the next, for each locale', async () => {
    const first = await start([article('a'), article('b'), article('a', 'sv')])
    expect(first.changes).toEqual({ en: 2, sv: 1 })
    await first.close()
    const second = await start([article('a'), article('b'), article('a', 'sv')])
    expect(second.changes).toEqual({ en: 0, sv: 0 })
    expect(readdirSync(folder()).sort()).toEqual(['tidemark en.snapshot', 'tidemark sv.snapshot'])
  })

  it('is not written again where nothing has changed', async () => {
    await (await start([article('a')])).close()
    const past = new Date('2026-01-01')
    utimesSync(snapshot(), past, past)
    await (await start([article('a')])).close()
    expect(statSync(snapshot()).mtime).toEqual(past)
    await (await start([article('a'), article('b')])).close()
    expect(statSync(snapshot()).mtime).not.toEqual(past)
  })

  it('is written some time after a change, while the server runs', async () => {
    const { index, close } = await start([article('a')], folder(), 5)
    await vi.waitFor(() => expect(existsSync(snapshot())).toBe(true))
    index.put(article('b'))
    await vi.waitFor(async () => {
      expect((await start([article('a'), article('b')])).changes).toEqual({ en: 0 })
    })
    await close()
  })

  it('is passed over when it is damaged, with one line for the operator, and made anew', async () => {
    await (await start([article('a')])).close()
    writeFileSync(snapshot(), readFileSync(snapshot()).subarray(9))
    const { told, changes, close } = await start([article('a')])
    expect(told).toEqual([
      {
        message: 'search reads all articles of a locale',
        snapshot: 'tidemark en.snapshot',
        reason: 'it is damaged',
      },
    ])
    expect(changes).toEqual({ en: 1 })
    await close()
    expect((await start([article('a')])).changes).toEqual({ en: 0 })
  })

  it('goes with the last article of a locale', async () => {
    await (await start([article('a'), article('a', 'sv')])).close()
    await (await start([article('a', 'sv')])).close()
    expect(readdirSync(folder())).toEqual(['tidemark sv.snapshot'])
  })

  it('leaves nothing of a crash behind, and nothing of another node that is writing', async () => {
    mkdirSync(folder())
    for (const name of ['old.half', 'new.half']) writeFileSync(join(folder(), name), '')
    utimesSync(join(folder(), 'old.half'), 1, 1)
    await (await start([])).close()
    expect(readdirSync(folder())).toEqual(['new.half'])
  })

  it('costs nobody their search where it cannot be written', async () => {
    writeFileSync(join(place, 'file'), '')
    const { told, close } = await start([article('a')], join(place, 'file'))
    await close()
    expect(told).toMatchObject([{ message: 'search snapshot' }])
  })

  it('is found again by a server on the same folder', async () => {
    const flags = { data: 'data', port: '0', content: 'content' }
    mkdirSync(join(place, 'content/en/articles/gear'), { recursive: true })
    writeFileSync(
      join(place, 'content/en/articles/gear/anchors.md'),
      '---\nid: anchors\ntitle: Anchors\n---\nDrop them.',
    )
    const found = async () => {
      const config = await loadConfig({ flags, env: {}, folder: place })
      const { url, close } = await startServer({ config, env: {}, log: silentLogger })
      const answer = await (await fetch(`${url}/v1/search?q=anchors`)).json()
      await close()
      return (answer as { items: { articleId: string }[] }).items.map((item) => item.articleId)
    }
    expect(await found()).toEqual(['anchors'])
    const written = join(place, 'data/search/default en.snapshot')
    const past = new Date('2026-01-01')
    utimesSync(written, past, past)
    expect(await found()).toEqual(['anchors'])
    // Whoever had to read the article again would have written what it found.
    expect(statSync(written).mtime).toEqual(past)
  })
})
