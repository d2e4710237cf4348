import { expect } from '@open-wc/testing'
import { addEnglish, english, loadTranslator, nearestLanguage } from './i18n.js'
import { da } from './messages/da.js'
import { en } from './messages/en.js'
import { enPages } from './messages/en-pages.js'
import { nb } from './messages/nb.js'
import { sv } from './messages/sv.js'
import { uk } from './messages/uk.js'

const catalogues = { sv, da, nb, uk }
const names = (message: string) => (message.match(/\{\w+\}/g) ?? []).sort()

describe('the words', () => {
  beforeEach(() => addEnglish(enPages))

  for (const [locale, catalogue] of Object.entries(catalogues)) {
    it(`have the same names to fill in in ${locale} as in English`, () => {
      for (const [key, message] of Object.entries({ ...en, ...enPages })) {
        const theirs = catalogue[key as keyof typeof catalogue]
        if (typeof message === 'string') {
          expect(names(theirs as string), key).to.deep.equal(names(message))
        }
      }
    })

    it(`have every plural form of ${locale}`, () => {
      const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.sort()
      expect(Object.keys(catalogue['search.count']).sort()).to.deep.equal(forms)
    })
  }

  it('follow the number, as the language counts', async () => {
    const { t } = await loadTranslator('uk')
    expect([1, 2, 5, 21, 24].map((n) => t('search.count', { n }))).to.deep.equal([
      '1 стаття',
      '2 статті',
      '5 статей',
      '21 стаття',
      '24 статті',
    ])
    expect([1, 2].map((n) => english.t('search.count', { n }))).to.deep.equal([
      '1 article',
      '2 articles',
    ])
  })

  it('write numbers as the language does', async () => {
    const { t } = await loadTranslator('sv')
    expect(t('search.count', { n: 1234 })).to.equal('1\u00a0234 artiklar')
  })

  it('keep what a person typed as it was typed', () => {
    expect(english.t('search.nothing', { words: '{n} $& <b>' })).to.equal(
      'Nothing about “{n} $& <b>” yet',
    )
  })

  it('are those of the nearest language', () => {
    expect(
      ['sv-FI', 'nn', 'no', 'uk_UA', 'DA', 'de', '', 'constructor'].map(nearestLanguage),
    ).to.deep.equal(['sv', 'nb', 'nb', 'uk', 'da', 'en', 'en', 'en'])
  })
})
