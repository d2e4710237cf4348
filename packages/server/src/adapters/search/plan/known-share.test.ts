import { expect, it } from 'vitest'
import { helpCentre } from '../help-centre.test.kit.js'

function knownIn(
  locale: 'en' | 'sv',
  text: string,
  canRead = (audience: string) => audience !== 'team',
) {
  const { index, publish } = helpCentre(locale)
  if (locale === 'en') publish('a', { title: 'Refunds', text: 'How do I pay a customer back?' })
  else publish('a', { title: 'Refund', text: 'Hur betalar jag tillbaka en kund?' })
  publish('team', { title: 'Chargeback', audience: 'team' })
  return index.knownShare({ site: 'tidemark', locale, text, canRead })
}

it('is greatest in the language of the text', () => {
  const text = 'How do you pay?'
  expect([knownIn('en', text), knownIn('sv', text)]).toEqual([0.75, 0])
})

it('counts each word once, and the words of what the reader may read', () => {
  expect(knownIn('sv', 'Kund kund KUND 1 2 3')).toBe(0.25)
  expect(knownIn('sv', 'chargeback')).toBe(0)
  expect(knownIn('sv', 'chargeback', () => true)).toBe(1)
  expect(knownIn('sv', ' … ')).toBe(0)
})
