import { describe, expect, it } from 'vitest'
import { helpCentre } from './help-centre.test.kit.js'

describe('synonyms', () => {
  function centreWith(locale: string, titles: readonly string[], ...groups: readonly string[][]) {
    const centre = helpCentre(locale, titles)
    const synonyms = groups.map((words) => ({ words }))
    centre.index.setSynonyms('tidemark', locale, synonyms)
    return centre
  }

  it('finds what means the same, after what was asked for', () => {
    const titles = ['Our VAT rates', 'Tax on your invoice']
    const centre = centreWith('en', titles, ['VAT', 'tax'])
    expect(centre.finds('VAT ')).toEqual(['Our VAT rates', 'Tax on your invoice'])
    expect(centre.finds('taxes ')).toEqual(['Tax on your invoice', 'Our VAT rates'])
  })

  it('takes a word that no article has for its synonym, not for a mistyped one', () => {
    const centre = centreWith('en', ['Bells', 'Send an invoice'], ['bill', 'invoice'])
    const { hits, didYouMean } = centre.search('bill ')
    expect(hits.map(({ document }) => document.articleId)).toEqual(['Send an invoice'])
    expect(didYouMean).toBeUndefined()
  })

  it('knows phrases on either side', () => {
    const titles = ['Direct debit', 'Debit cards', 'Autogiro']
    const centre = centreWith('en', titles, ['direct debit', 'autogiro'])
    expect(centre.finds('autogiro ')[0]).toBe('Autogiro')
    expect(centre.finds('autogiro ')[1]).toBe('Direct debit')
    expect(centre.finds('set up direct debit ')).toContain('Autogiro')
    expect(centre.finds('debit ')).not.toContain('Autogiro')
  })

  it.each([
    ['nb', 'refusjonspolicy', 'Tilbakebetaling', ['refusjon', 'tilbakebetaling']],
    ['sv', 'kravbrevsmall', 'Påminnelse', ['kravbrev', 'påminnelse']],
  ])('knows them as a part of a compound in %s: %s', (locale, asked, title, words) => {
    const centre = centreWith(locale, ['Båt', title], words)
    expect(centre.finds(asked)).toEqual([title])
    expect(centre.search(asked).didYouMean).toBeUndefined()
    expect(centre.search(`${asked} ${title}`).answer).toBeUndefined()
  })

  it('goes in one direction where they say so', () => {
    const centre = helpCentre('en', ['Deposits', 'Payments'])
    centre.index.setSynonyms('tidemark', 'en', [{ words: ['payment'], to: ['deposit'] }])
    expect(centre.finds('payment ')).toEqual(['Payments', 'Deposits'])
    expect(centre.finds('deposit ')).toEqual(['Deposits'])
  })

  it('marks them in excerpts', () => {
    const centre = centreWith('en', [], ['ferry', 'ship'])
    centre.publish('a', { title: 'Timetable', text: 'Every ship leaves at noon.' })
    expect(centre.excerpt('ferry ')).toBe('Every [ship] leaves at noon.')
  })

  it('replaces them as a whole, and keeps them while there are no articles', () => {
    const centre = centreWith('en', ['Ship'], ['ferry', 'ship'])
    centre.index.remove('tidemark', 'en', 'Ship')
    expect(centre.index.locales('tidemark')).toEqual([])
    centre.publish('Ship', { title: 'Ship' })
    expect(centre.finds('ferry ')).toEqual(['Ship'])
    centre.index.setSynonyms('tidemark', 'en', [{ words: ['boat', 'ship'] }])
    expect(centre.finds('ferry ')).toEqual([])
    expect(centre.finds('boat ')).toEqual(['Ship'])
  })

  it('tells nothing of articles that the reader may not see', () => {
    const centre = centreWith('en', [], ['kraken', 'squid'])
    centre.publish('team', { title: 'Squid', audience: 'team' })
    const publicOnly = { canRead: (audience: string) => audience === 'public' }
    expect(centre.finds('kraken ', publicOnly)).toEqual([])
  })
})
