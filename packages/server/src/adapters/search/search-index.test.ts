import { describe, expect, it } from 'vitest'
import { helpCentre } from './help-centre.test.kit.js'
import { createSearchIndex } from './search-index.js'

describe('createSearchIndex', () => {
  it('replaces an article that is put again', () => {
    const centre = helpCentre('en', ['Anchors'])
    expect(centre.finds('anchor')).toEqual(['Anchors'])
    centre.publish('Anchors', { title: 'Mooring lines' })
    expect(centre.finds('anchor ')).toEqual([])
    expect(centre.finds('mooring')).toEqual(['Anchors'])
    centre.publish('Anchors', { title: 'Buoys' })
    centre.publish('Anchors', { title: 'Sails' })
    expect(centre.finds('buoys ')).toEqual([])
    expect(centre.finds('sails')).toEqual(['Anchors'])
  })

  it('forgets an article that is removed, and its words', () => {
    const centre = helpCentre('en', ['Anchors', 'Mooring lines'])
    centre.index.remove('tidemark', 'en', 'Anchors')
    expect(centre.search('anchors ')).toEqual({ hits: [], total: 0, collections: [] })
    expect(centre.search('anchrs ')).toEqual({ hits: [], total: 0, collections: [] })
    centre.index.remove('tidemark', 'en', 'Anchors')
    centre.index.remove('elsewhere', 'xx', 'nothing')
    expect(centre.finds('lines')).toEqual(['Mooring lines'])
  })

  it('answers the same however the articles came to be', () => {
    const titles = ['Påminnelse', 'Påminnelseavgift', 'Avgift', 'Byta avgift', 'Kundavgift']
    const direct = helpCentre('sv', titles)
    const detours = helpCentre('sv')
    for (const title of titles.toReversed()) {
      detours.publish(title, { title: 'Kund' })
      detours.search('kund')
      detours.publish(title, { title })
    }
    const asked = 'avgift för påminnelse'
    expect(detours.finds(asked)).toEqual(direct.finds(asked))
    const scores = (centre: typeof direct) => centre.search(asked).hits.map(({ score }) => score)
    scores(direct).forEach((score, i) => {
      expect(scores(detours)[i]).toBeCloseTo(score, 6)
    })
  })

  it('is brought up to date in small steps, whatever happens between two of them', () => {
    const words = (from: number) => Array.from({ length: 60 }, (_, i) => `ord${from * 7 + i}`)
    const titles = Array.from({ length: 300 }, (_, i) => `Påminnelse ${words(i).join(' ')}`)
    const gone = titles[7] as string
    const gently = helpCentre('sv', titles)
    let steps = 0
    while (gently.index.settleABit()) {
      steps++
      if (steps === 4) gently.publish('late', { title: 'Påminnelseavgift' })
      if (steps === 8) gently.index.remove('tidemark', 'sv', gone)
      if (steps === 12) expect(gently.finds('påminnelseavgift')[0]).toBe('late')
    }
    expect(steps).toBeGreaterThan(8)
    const atOnce = helpCentre('sv', titles)
    atOnce.publish('late', { title: 'Påminnelseavgift' })
    atOnce.index.remove('tidemark', 'sv', gone)
    for (const asked of ['avgift', 'påminnelse ord60', 'ord55 ord58', 'ord20']) {
      expect(gently.finds(asked)).toEqual(atOnce.finds(asked))
    }
  })

  it('lists the locales of a site that have articles', () => {
    const index = createSearchIndex()
    const { index: english } = helpCentre('en', ['One'])
    expect(index.locales('tidemark')).toEqual([])
    expect(english.locales('tidemark')).toEqual(['en'])
    expect(english.locales('elsewhere')).toEqual([])
    english.remove('tidemark', 'en', 'One')
    expect(english.locales('tidemark')).toEqual([])
  })

  it('keeps sites and locales apart', () => {
    const centre = helpCentre('en', ['Anchors'])
    expect(centre.finds('anchors', { site: 'elsewhere' })).toEqual([])
    expect(centre.finds('anchors', { locale: 'sv' })).toEqual([])
  })

  it('pages through the hits and counts them all', () => {
    const titles = Array.from({ length: 25 }, (_, i) => `Anchor ${i}`)
    const centre = helpCentre('en', titles)
    const pages = [0, 10, 20, 30].map((offset) => centre.search('anchor', { offset }))
    expect(pages.map(({ hits }) => hits.length)).toEqual([10, 10, 5, 0])
    expect(pages.map(({ total }) => total)).toEqual([25, 25, 25, 25])
    const ids = pages.flatMap(({ hits }) => hits.map(({ document }) => document.articleId))
    expect(new Set(ids).size).toBe(25)
  })

  it('searches one collection', () => {
    const centre = helpCentre('en')
    centre.publish('a', { title: 'Anchor', collectionId: 'gear' })
    centre.publish('b', { title: 'Anchor', collectionId: null })
    const { hits, total } = centre.search('anchor', { collectionId: 'gear' })
    expect([hits[0]?.document.articleId, hits.length, total]).toEqual(['a', 1, 1])
  })
})

describe('audiences', () => {
  const centre = helpCentre('en')
  centre.publish('public', { title: 'Refund policy', text: 'Ask within thirty days.' })
  centre.publish('team', { title: 'Refund overrides', text: 'Codename Kraken.', audience: 'team' })
  const publicOnly = { canRead: (audience: string) => audience === 'public' }

  it('shows and counts only what the reader may see', () => {
    const { hits, total } = centre.search('refund', publicOnly)
    expect([hits.map(({ document }) => document.articleId), total]).toEqual([['public'], 1])
    expect(centre.search('refund').total).toBe(2)
  })

  it('neither corrects to nor completes words of articles that the reader may not see', () => {
    for (const text of ['krakan ', 'codenme ', 'krak', 'kraken ']) {
      expect(centre.search(text, publicOnly)).toEqual({ hits: [], total: 0, collections: [] })
      if (text !== 'kraken ') expect(centre.finds(text)).toEqual(['team'])
    }
    expect(centre.search('refund krakan', publicOnly).didYouMean).toBeUndefined()
    expect(centre.search('refund krakan').didYouMean).toBe('refund kraken')
  })

  it('follows an article to its new audience', () => {
    const moving = helpCentre('en')
    moving.publish('a', { title: 'Anchor', audience: 'segment:gold' })
    expect(moving.finds('anchor', publicOnly)).toEqual([])
    moving.publish('a', { title: 'Anchor' })
    expect(moving.finds('anchr', publicOnly)).toEqual(['a'])
  })
})
