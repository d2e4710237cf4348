import { describe, expect, it } from 'vitest'
import { helpCentre } from './help-centre.test.kit.js'

describe('pinned articles', () => {
  const centre = helpCentre('en', ['Refund policy', 'Refund a payment', 'Harbour fees'])
  centre.publish('team', { title: 'Refund limits', audience: 'team' })
  centre.publish('crew', { title: 'Crew', collectionId: 'people', summary: 'Who sails.' })

  it('come first in their order, once each, and are counted', () => {
    const pinned = ['Harbour fees', 'Refund a payment', 'Harbour fees']
    const { hits, total } = centre.search('refund policy', { pinned, limit: 2 })
    expect(hits.map(({ document }) => document.articleId)).toEqual(pinned.slice(0, 2))
    expect(total).toBe(4)
    expect(centre.finds('refund policy', { pinned, limit: 2, offset: 2 })).toEqual([
      'Refund policy',
      'team',
    ])
  })

  it('are found where no article knows a word of the query', () => {
    expect(centre.finds('xyzzy ', { pinned: ['crew'] })).toEqual(['crew'])
    expect(centre.search('!', { pinned: ['crew'] }).hits[0]?.excerpt).toEqual([
      { text: 'Who sails.', match: false },
    ])
  })

  it('obey audience and collection like every other', () => {
    const canRead = (audience: string) => audience === 'public'
    const asked = { pinned: ['team', 'gone', 'crew'], canRead }
    const { hits, total, collections } = centre.search('harbour', asked)
    expect(hits.map(({ document }) => document.articleId)).toEqual(['crew', 'Harbour fees'])
    expect([total, collections]).toEqual([2, [{ collectionId: 'people', count: 1 }]])
    expect(centre.finds('harbour', { ...asked, collectionId: 'people' })).toEqual(['crew'])
  })
})
