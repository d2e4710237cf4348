import { expect } from '@open-wc/testing'
import type { WholeCatalogue } from './catalogue.js'
import { addEnglish, createTranslator, english, loadTranslator, nearestLanguage } from './i18n.js'
import { learnFormMore } from './learn-form-more.js'
import { learnUploads } from './learn-uploads.js'
import { da } from './messages/da.js'
import { daFormMore } from './messages/da-form-more.js'
import { daTour } from './messages/da-tour.js'
import { daUploads } from './messages/da-uploads.js'
import { en } from './messages/en.js'
import { enFormMore } from './messages/en-form-more.js'
import { enPages } from './messages/en-pages.js'
import { enTour } from './messages/en-tour.js'
import { enUploads } from './messages/en-uploads.js'
import { nb } from './messages/nb.js'
import { nbFormMore } from './messages/nb-form-more.js'
import { nbTour } from './messages/nb-tour.js'
import { nbUploads } from './messages/nb-uploads.js'
import { sv } from './messages/sv.js'
import { svFormMore } from './messages/sv-form-more.js'
import { svTour } from './messages/sv-tour.js'
import { svUploads } from './messages/sv-uploads.js'
import { uk } from './messages/uk.js'
import { ukFormMore } from './messages/uk-form-more.js'
import { ukTour } from './messages/uk-tour.js'
import { ukUploads } from './messages/uk-uploads.js'

const catalogues = {
  sv: { ...sv, ...svFormMore, ...svTour, ...svUploads },
  da: { ...da, ...daFormMore, ...daTour, ...daUploads },
  nb: { ...nb, ...nbFormMore, ...nbTour, ...nbUploads },
  uk: { ...uk, ...ukFormMore, ...ukTour, ...ukUploads },
}
const names = (message: string) => (message.match(/\{\w+\}/g) ?? []).sort()

describe('the words', () => {
  beforeEach(() => addEnglish(enPages))

  for (const [locale, catalogue] of Object.entries(catalogues)) {
    it(`have the same names to fill in in ${locale} as in English`, () => {
      for (const [key, message] of Object.entries({
        ...en,
        ...enPages,
        ...enFormMore,
        ...enTour,
        ...enUploads,
      })) {
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

  it('of what a site asks come when it asks, in the language of the panel', async () => {
    const { t, ...danish } = await loadTranslator('da')
    await learnFormMore({ t, ...danish })
    expect(t('answer.choose')).to.equal('Vælg')
    await learnFormMore(english)
    expect(english.t('answer.choose')).to.equal('Choose')
  })

  it('of files come when there are some, in the language of the panel', async () => {
    const { t, ...danish } = await loadTranslator('da')
    await learnUploads({ t, ...danish })
    expect(t('upload.added')).to.equal('Tilføjet')
    await learnUploads(english)
    expect(english.t('upload.added')).to.equal('Added')
  })

  it('keep what a person typed as it was typed', () => {
    expect(english.t('search.nothing', { words: '{n} $& <b>' })).to.equal(
      'Nothing about “{n} $& <b>” yet',
    )
  })

  it('are those of the nearest language', () => {
    expect(
      ['sv-FI', 'nn', 'no', 'uk_UA', 'DA', 'de', '', 'constructor'].map((tag) =>
        nearestLanguage(tag),
      ),
    ).to.deep.equal(['sv', 'nb', 'nb', 'uk', 'da', 'en', 'en', 'en'])
  })

  it('are the host’s where it has some, and ours for the rest', async () => {
    const own = { sv: { 'panel.ask': 'Skriv till oss' }, en: { 'panel.ask': 'Write to us' } }
    const { t } = await loadTranslator('sv', own)
    expect([t('panel.ask'), t('panel.help')]).to.deep.equal(['Skriv till oss', 'Hjälp'])
    expect(english.t('panel.ask')).to.equal('Ask us')
    const taken = await loadTranslator('sv', { sv: { 'panel.ask': '' } })
    expect(taken.t('panel.ask'), 'taken back').to.equal('Fråga oss')
  })

  it('are the host’s by number, too, with one text or one for each form', async () => {
    const forms = { one: '{n} порада', few: '{n} поради', other: '{n} порад' }
    const { t } = await loadTranslator('uk', { uk: { 'search.count': forms } })
    const counted = [1, 3, 5, 100_000].map((n) => t('search.count', { n }))
    expect(counted).to.deep.equal(['1 порада', '3 поради', '5 порад', '100\u00a0000 порад'])
    const { t: say } = await loadTranslator('sv', { sv: { 'search.count': 'Antal: {n}' } })
    expect(say('search.count', { n: 1 })).to.equal('Antal: 1')
  })

  it('are in a language that only the host has, and in English where it says nothing', async () => {
    const own = { de: { 'panel.ask': 'Schreiben Sie uns' }, nn: { 'panel.ask': 'Spør oss no' } }
    expect(['de-AT', 'nn', 'fr'].map((tag) => nearestLanguage(tag, own))).to.deep.equal([
      ...['de', 'nn', 'en'],
    ])
    const { t, locale } = await loadTranslator('de', own)
    expect([locale, t('panel.ask'), t('panel.back')]).to.deep.equal([
      ...['de', 'Schreiben Sie uns', 'Back'],
    ])
    const nynorsk = await loadTranslator('nn', own)
    expect([nynorsk.t('panel.ask'), nynorsk.t('panel.back')]).to.deep.equal([
      ...['Spør oss no', 'Tilbake'],
    ])
  })

  it('are English for as long as what a language has apart has not come', async () => {
    const { t, learn } = createTranslator('fi', {} as WholeCatalogue)
    learn(enFormMore)
    expect(t('form.along.page')).to.equal('The page you are on')
  })

  it('say nothing where the host names what there is not, and never a brace', async () => {
    const { t } = await loadTranslator('sv', { sv: { 'panel.ask': 'Fråga {who}' } })
    expect(t('panel.ask')).to.equal('Fråga ')
  })
})
