import { expect } from '@open-wc/testing'
import { english } from './i18n.js'
import { ago, clock, timeLocale } from './when.js'

const now = new Date(2026, 10, 21, 14, 6)
const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString()

describe('a time', () => {
  for (const [minutes, en, sv, uk] of [
    [0, 'now', 'nu', 'зараз'],
    [12, '12 min. ago', 'för 12 min sen', '12 хв тому'],
    [60 * 26, 'yesterday', 'i går', 'учора'],
    [60 * 24 * 15, '2 wk. ago', 'för 2 v. sedan', '2 тиж. тому'],
  ] as const) {
    it(`that is ${minutes} minutes ago is said as one says it`, () => {
      const said = ['en', 'sv', 'uk'].map((locale) => ago(before(minutes), locale, now.getTime()))
      expect(said).to.deep.equal([en, sv, uk])
    })
  }

  it('of today stands alone; one of another day with its date', () => {
    expect(clock(before(6), 'en-GB', now)).to.equal('14:00')
    expect(clock(before(60 * 24), 'en-GB', now)).to.equal('20 Nov, 14:06')
    expect(clock(before(60 * 24 * 400), 'sv', now)).to.contain('2025')
  })

  it('is written as where the reader is, if that is in our language', () => {
    const written = (locale: string) => timeLocale({ locale, translator: english })
    expect(['en-GB', 'fr', '', 'not a tag'].map(written)).to.deep.equal(['en-GB', 'en', 'en', 'en'])
  })
})
