import { describe, expect, it } from 'vitest'
import { helpCentre } from './help-centre.test.kit.js'

describe('words that no article has', () => {
  const centre = helpCentre('en', [
    'Send an invoice reminder',
    'Notification settings',
    'Log in to your account',
    'Error E1042',
  ])

  it.each([
    ['invioce', 'invoice'],
    ['invoce', 'invoice'],
    ['innvoice', 'invoice'],
    ['inboice', 'invoice'],
    ['notofocation', 'notification'],
  ])('corrects %s', (typed, meant) => {
    const { hits, didYouMean } = centre.search(`${typed} `)
    expect(hits).toHaveLength(1)
    expect(didYouMean).toBe(`${meant} `)
  })

  it('says what it took the words for and leaves the others as they were', () => {
    expect(centre.search('Notificaton, or E-mail reminder?').didYouMean).toBe(
      'Notification, or E-mail reminder?',
    )
  })

  it('corrects no short words, codes or figures', () => {
    for (const text of ['lgo ', 'E1043 ', '10042 ']) {
      expect(centre.search(text)).toEqual({ hits: [], total: 0, collections: [] })
    }
  })

  it('completes the last word while it is typed, without calling it a mistake', () => {
    for (const typed of ['inv', 'i', 'notificat', 'send an invo']) {
      const { hits, didYouMean } = centre.search(typed)
      expect(hits.length).toBeGreaterThan(0)
      expect(didYouMean).toBeUndefined()
    }
    expect(centre.finds('inv ')).toEqual([])
    expect(centre.finds('inv account')).toEqual(['Log in to your account'])
  })

  it('completes a word that exists, after the word itself', () => {
    const words = helpCentre('en', ['Notifications', 'Not sure', 'Note', 'Notes on tax'])
    expect(words.finds('note')[0]).toBe('Note')
    expect(words.finds('note')).not.toContain('Not sure')
    expect(helpCentre('en', ['Import', 'Important dates']).finds('import')).toEqual([
      'Import',
      'Important dates',
    ])
  })

  it('finds what a mistyped beginning may become', () => {
    expect(centre.finds('notifocat')).toEqual(['Notification settings'])
    expect(centre.search('notifocat').didYouMean).toBeUndefined()
  })
})

describe('questions', () => {
  const centre = helpCentre('en', ['Invoices', 'Send an invoice', 'What is a voyage?', 'Voyages'])

  it('finds articles with any of the words, those with more of them first', () => {
    expect(centre.finds('send invoice')).toEqual(['Send an invoice', 'Invoices'])
  })

  it('lets small words tell articles apart, but find none on their own', () => {
    expect(centre.finds('what is a voyage')[0]).toBe('What is a voyage?')
    expect(centre.finds('what is the harbour')).toEqual([])
    expect(centre.finds('what is')).toEqual(['What is a voyage?'])
    expect(centre.finds('an invoice')).toEqual(['Send an invoice', 'Invoices'])
  })

  it('takes the most telling words of a long draft', () => {
    const filler = 'We have been customers for many years and are happy in general. '.repeat(100)
    const draft = `${filler} The voyage was lost. ${filler}`.slice(0, 10_000)
    expect(centre.finds(draft)[0]).toMatch(/voyage/i)
  })

  it('prefers neighbours of the question that stand together', () => {
    const apart = helpCentre('en')
    const words = 'while the crew was loading other cargo of many kinds at the far end'
    apart.publish('apart', { text: `Export ${words} of the harbour lists` })
    apart.publish('together', { text: `Lists ${words} need a harbour export first` })
    expect(apart.finds('harbour export')).toEqual(['together', 'apart'])
  })

  it('prefers words of the question that stand together, though others stood between them', () => {
    const apart = helpCentre('en')
    const words = 'while the crew was loading other cargo of many kinds at the far end'
    apart.publish('apart', { text: `Ships: export ${words} and lists, ${words}. Reminders too.` })
    apart.publish('together', {
      text: `Ships: lists ${words} and more, ${words}. Reminder export.`,
    })
    expect(apart.finds('export lists reminder')).toEqual(['together', 'apart'])
  })

  it('prefers the article that begins with what was asked', () => {
    const openings = helpCentre('en', ['Boats', 'Crews'])
    const words = 'The crew loads cargo of many kinds at the far end of the pier. '.repeat(10)
    openings.publish('end', { text: `${words}You can pay by card.` })
    openings.publish('start', { text: `You can pay by card. ${words}` })
    expect(openings.finds('pay by card')).toEqual(['start', 'end'])
    openings.publish('summary', { summary: 'You can pay by card.', text: words })
    expect(openings.finds('pay by card').at(-1)).toBe('end')
  })

  it('prefers the title that is the question', () => {
    const titles = ['Export', 'Export settings of all the customers in your account']
    expect(helpCentre('en', titles).finds('export ')[0]).toBe('Export')
  })

  it('weighs keywords like a title and reads the summary', () => {
    const words = helpCentre('en')
    words.publish('text', { title: 'One', text: 'A ship, a boat and a vessel of another kind' })
    words.publish('keyword', { title: 'Two', keywords: ['vessel', 'ferry', 'tug'], text: 'Ships.' })
    words.publish('summary', { title: 'Three', summary: 'About lighthouses' })
    expect(words.finds('vessel')).toEqual(['keyword', 'text'])
    expect(words.finds('lighthouse')).toEqual(['summary'])
  })
})

describe('words of one family', () => {
  const centre = helpCentre('fr', ['Bateaux', 'Ports', 'Programmer un voyage'])
  centre.publish('author', { title: 'Équipage', text: 'Le programmeur écrit le code du navire.' })

  it('finds by a word that goes on where the stem ends, after the word itself', () => {
    expect(centre.finds('programmer ')).toEqual(['Programmer un voyage', 'author'])
  })

  it('takes it for no evidence, and quotes no answer by it', () => {
    expect(centre.search('programmer ').hits.map(({ evidence }) => evidence.held)).toEqual([1, 0])
    expect(centre.search('le programmeur code du navire ').answer).toBeDefined()
    expect(centre.search('programmer code du navire ').answer).toBeUndefined()
  })
})

describe('odd input', () => {
  const centre = helpCentre('en', ['constructor and prototype', 'hasOwnProperty', '__proto__ keys'])

  it.each(['', '   ', '?!…', '-', "'", '’’', '\u0000', '\ud800', '🏴‍☠️', '\u0301'])(
    'answers %j without hits',
    (text) => {
      expect(centre.search(text)).toEqual({ hits: [], total: 0, collections: [] })
    },
  )

  it.each(['constructor', 'prototype', '__proto__', 'hasOwnProperty', 'toString', 'valueOf'])(
    'treats %s as any other word',
    (text) => {
      expect(centre.finds(`${text} `).every((title) => title.includes(text))).toBe(true)
    },
  )
})

describe('a query that a title holds word for word', () => {
  it('finds that one before titles with its rare word alone', () => {
    const centre = helpCentre('sv', ['Båtar', 'Hamnar'])
    centre.publish('rates', { title: 'Moms i Sverige', text: 'Moms är en skatt. Moms betalas.' })
    centre.publish('without', { title: 'Fakturera utan moms', text: 'Ibland utan, ibland med.' })
    for (const asked of ['Utan moms', 'utan  moms?', 'utan mo']) {
      expect(centre.finds(asked)[0]).toBe('without')
    }
  })
})
