import { describe, expect, it } from 'vitest'
import { PICTURE } from '../../foundation/plain-text.js'
import { helpCentre } from './help-centre.test.kit.js'

describe('answers', () => {
  const centre = helpCentre('en', ['Boats', 'Harbours', 'Crews', 'Cargo'])
  centre.publish('refund', {
    title: 'When a refund arrives',
    text: 'The money is back on your card within five days. Some banks take longer.',
  })
  centre.publish('fees', { title: 'Fees', text: 'A late fee is added after ten days.' })

  it('quotes the passage that holds the whole question, where nothing else comes near', () => {
    const { answer } = centre.search('when is the refund back on my card?')
    expect(answer?.document.articleId).toBe('refund')
    expect(answer?.excerpt.map(({ text }) => text).join('')).toContain('within five days')
  })

  it('quotes a paragraph and nothing of what stands around it', () => {
    const voyages = helpCentre('en', ['Boats', 'Harbours', 'Crews'])
    voyages.publish('luggage', {
      title: 'Luggage',
      text: 'What you may bring\n\nEvery guest may bring two bags of 20 kilos.\n\nBags\tCrates\n2\tnone',
    })
    const { answer } = voyages.search('may every guest bring luggage bags')
    expect(answer?.excerpt.map(({ text }) => text).join('')).toBe(
      'Every guest may bring two bags of 20 kilos.',
    )
    expect(voyages.search('bring bags crates guest').answer).toBeUndefined()
  })

  it('quotes no description of a picture, and shows it as a reason to find the article', () => {
    const voyages = helpCentre('en', ['Boats', 'Harbours', 'Crews'])
    const shown = 'The window Cargo with the button Weigh'
    voyages.publish('cargo', { title: 'Cargo', text: `Weigh it.\n\n${PICTURE}${shown}\n\nEnd.` })
    expect(voyages.search('window with the weigh button').answer).toBeUndefined()
    expect(voyages.excerpt('window button')).toContain('The [window] Cargo with the [button]')
    voyages.publish('cargo', { title: 'Cargo', text: `Weigh it.\n\n${shown}` })
    expect(voyages.search('window with the weigh button').answer).toBeDefined()
  })

  it('quotes nothing for a single word, a question half met or two that fit alike', () => {
    expect(centre.search('refund').answer).toBeUndefined()
    expect(centre.search('refund of a cancelled voyage').answer).toBeUndefined()
    const alike = helpCentre('en')
    for (const id of ['x', 'y']) alike.publish(id, { title: id, text: 'A late fee is added.' })
    expect(alike.search('is a late fee added').answer).toBeUndefined()
  })

  it('quotes nothing by a compound that is known only in part', () => {
    const swedish = helpCentre('sv', ['Båtar'])
    swedish.publish('money', {
      title: 'Pengar',
      text: 'En återbetalning till kortet tar fem dagar.',
    })
    expect(swedish.search('återbetalning kortet ').answer).toBeDefined()
    const { answer, hits } = swedish.search('återbetalningspolicy kortet ')
    expect([answer, hits.length]).toEqual([undefined, 1])
  })

  it('comes with the first hits only', () => {
    expect(centre.search('refund on my card', { offset: 1 }).answer).toBeUndefined()
  })
})

describe('counts of collections', () => {
  const centre = helpCentre('en')
  centre.publish('a', { title: 'Anchor', collectionId: 'gear' })
  centre.publish('b', { title: 'Anchor', collectionId: 'gear' })
  centre.publish('c', { title: 'Anchor', collectionId: 'crew' })
  centre.publish('d', { title: 'Anchor', collectionId: null })
  centre.publish('e', { title: 'Anchor', collectionId: 'secret', audience: 'team' })
  const canRead = (audience: string) => audience === 'public'
  const counts = [
    { collectionId: 'gear', count: 2 },
    { collectionId: 'crew', count: 1 },
  ]

  it('counts the hits that the reader may see, most first', () => {
    expect(centre.search('anchor', { canRead }).collections).toEqual(counts)
  })

  it('counts those of all collections, also while one is chosen', () => {
    const { total, collections } = centre.search('anchor', { canRead, collectionId: 'crew' })
    expect([total, collections]).toEqual([1, counts])
  })
})
