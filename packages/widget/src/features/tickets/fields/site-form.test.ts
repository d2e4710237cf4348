import { expect, waitUntil } from '@open-wc/testing'
import type { FormField } from '@waypost/sdk/contract'
import { emulateMedia, executeServerCommand, sendKeys } from '@web/test-runner-commands'
import type { WholeCatalogue } from '../../../foundation/catalogue.js'
import { createTranslator, loadTranslator } from '../../../foundation/i18n.js'
import { da as daWords } from '../../../foundation/messages/da.js'
import { daFormMore } from '../../../foundation/messages/da-form-more.js'
import { sv as svWords } from '../../../foundation/messages/sv.js'
import { svFormMore } from '../../../foundation/messages/sv-form-more.js'
import { browserKeep, problem, supportServer } from '../support-server.test.kit.js'
import { asker, asks, options, type Site } from './asker.test.kit.js'

const plan = asks({
  id: 'plan',
  type: 'choice',
  label: 'Which plan?',
  required: true,
  options: options('free', 'team'),
})
const seats = asks({
  id: 'seats',
  type: 'number',
  label: 'How many seats?',
  help: 'About will do.',
  required: true,
  min: 2,
  max: 500,
  when: { field: 'plan', is: ['team'] },
})
const phone = asks({
  id: 'phone',
  type: 'phone',
  label: 'Phone',
  required: true,
  kinds: ['callback'],
})
const windows = asks({
  id: 'when',
  type: 'time-window',
  label: 'When?',
  options: options('morning', 'evening'),
  kinds: ['callback'],
})
const all: readonly FormField[] = [
  plan,
  seats,
  asks({ id: 'text', type: 'text', label: 'A text' }),
  asks({ id: 'more', type: 'paragraph', label: 'More' }),
  asks({ id: 'areas', type: 'choices', label: 'Areas', options: options('a', 'b', 'c'), max: 2 }),
  asks({ id: 'since', type: 'date', label: 'Since', min: '2026-01-01', max: '2026-12-31' }),
  asks({ id: 'again', type: 'checkbox', label: 'It has happened before' }),
  asks({ id: 'order', type: 'order', label: 'Order number' }),
  asks({ id: 'phone', type: 'phone', label: 'Phone' }),
  asks({ id: 'when', type: 'time-window', label: 'When?', options: options('morning', 'evening') }),
  asks({ id: 'country', type: 'choice', label: 'Country', options: options('se', 'dk', 'no') }),
]

describe('what a site asks in its form', () => {
  afterEach(async () => {
    document.adoptedStyleSheets = []
    document.documentElement.removeAttribute('style')
    await emulateMedia({ colorScheme: 'light', reducedMotion: 'no-preference' })
    await executeServerCommand('force-colors', false)
  })

  it('stands between the letter and the address, and goes along with it', async () => {
    const { labels, picks, answers, sent } = await asker([plan, seats])
    expect(labels()).to.deep.equal([
      'In one line',
      'Your question',
      'Which plan?',
      'Your email',
      'Your name optional',
    ])
    await picks('The team')
    await answers('seats', '12,5')
    expect(await sent()).to.deep.include({ fields: { plan: 'team', seats: 12.5 } })
  })

  it('takes an answer of every kind', async () => {
    const { picks, answers, sent, one, named, view } = await asker(all)
    await picks('The free')
    await answers('text', ' Blue ')
    await answers('more', 'Much more')
    await picks('The a')
    await picks('The c')
    await answers('since', '2026-03-01')
    await picks('It has happened before optional')
    await answers('order', 'A-12')
    await answers('phone', '+45 32 12 34 56')
    await picks('The evening')
    const list = one(named('country'))
    list.value = 'dk'
    list.dispatchEvent(new Event('change', { bubbles: true }))
    await view.updateComplete
    expect(await sent()).to.deep.include({
      fields: {
        plan: 'free',
        text: 'Blue',
        more: 'Much more',
        areas: ['a', 'c'],
        since: '2026-03-01',
        again: true,
        order: 'A-12',
        phone: '+45 32 12 34 56',
        when: 'evening',
        country: 'dk',
      },
    })
  })

  it('is asked of some kinds alone, and only after the answer that it hangs on', async () => {
    const { all, one, named, picks, text } = await asker([plan, seats, phone, windows])
    expect(one(named('seats'))).to.equal(undefined)
    await picks('The team')
    expect(one(named('seats')).getAttribute('aria-describedby')).to.equal('fields.seats-help')
    await picks('The free')
    expect(one(named('seats'))).to.equal(undefined)
    expect(one(named('phone'))).to.equal(undefined)
    all('.kind input')[2]?.click()
    await waitUntil(() => one(named('phone')))
    expect(one(named('phone')).type).to.equal('tel')
    // The letter need not say the number as well.
    expect(text('label[for=message]')).to.deep.equal(['Your question'])
    expect(text('.group .kind')).to.include('Any time')
  })

  it('sends no answer to what is asked no more', async () => {
    const { picks, answers, sent } = await asker([plan, seats])
    await picks('The team')
    await answers('seats', '12')
    await picks('The free')
    expect(await sent()).to.deep.include({ fields: { plan: 'free' } })
  })

  it('is kept as it is given, and there again after a reload', async () => {
    const keep = browserKeep()
    const before = await asker([plan, seats], { keep })
    await before.picks('The team')
    await before.answers('seats', '1')
    before.leaves()
    const after = await asker([plan, seats], { keep })
    expect(after.one(after.named('seats')).value).to.equal('1')
    expect(after.text('.strip')[0]).to.contain('We kept what you wrote.')
    await after.presses('.strip .link')
    expect(after.one(after.named('seats'))).to.equal(undefined)
  })

  describe('and is not answered well', () => {
    it('says so in one place, leads to each, and at each says what to do', async () => {
      const { picks, answers, refused, text, one, named, all, focused, server } = await asker([
        plan,
        seats,
        asks({ id: 'since', type: 'date', label: 'Since', max: '2026-12-31' }),
        asks({ id: 'areas', type: 'choices', label: 'Areas', options: options('a', 'b'), min: 2 }),
      ])
      await answers('since', '2027-01-01')
      await picks('The a')
      expect(await refused()).to.deep.equal([
        'Answer “Which plan?”',
        'Look at “Since” again',
        'Look at “Areas” again',
      ])
      expect(text('.why')).to.deep.equal([
        'Choose one',
        'Not after 31 December 2026',
        'Choose at least 2',
      ])
      all('.fixes a')[1]?.click()
      expect(focused()).to.equal(one(named('since')))
      expect(one(named('since')).getAttribute('aria-describedby')).to.equal('fields.since-why')
      all('.fixes a')[0]?.click()
      expect(focused()).to.equal(one(named('plan')))
      expect(one('fieldset.group').getAttribute('aria-describedby')).to.equal('fields.plan-why')
      expect(server.posts('/tickets')).to.have.length(0)
    })

    it('takes it back once it is mended', async () => {
      const { picks, refused, text, one } = await asker([plan])
      await refused()
      await picks('The free')
      await waitUntil(() => !one('.summary'))
      expect(text('.why')).to.deep.equal([])
    })

    it('counts what appears with an answer as missing, too', async () => {
      const { picks, answers, refused, text } = await asker([plan, seats])
      await picks('The team')
      expect(await refused()).to.deep.equal(['Answer “How many seats?”'])
      expect(text('.why')).to.deep.equal(['Write a number'])
      await answers('seats', 'many')
      expect(await refused()).to.deep.equal(['Look at “How many seats?” again'])
      expect(text('.why')).to.deep.equal(['This is not a number yet. Like 12'])
      await answers('seats', '501')
      await refused()
      expect(text('.why')).to.deep.equal(['The most is 500'])
    })

    it('takes a number as its writer means it, and asks where nobody can tell', async () => {
      const sv = createTranslator('sv', { ...svWords, ...svFormMore } as WholeCatalogue)
      const da = createTranslator('da', { ...daWords, ...daFormMore } as WholeCatalogue)
      const inSwedish = { translator: sv, locale: 'sv' }
      const inDanish = { translator: da, locale: 'da-DK' }
      const free = { ...seats, max: null, min: null, when: null }
      for (const [words, meant, language] of [
        ['1,250', 1250, {}],
        ['1,250.50', 1250.5, {}],
        ['1.250', 1.25, {}],
        ['1.250,50', 1250.5, {}],
        ['−12,5', -12.5, {}],
        ['1’250', 1250, {}],
        ['0,125', 0.125, {}],
        ['1 250,5', 1250.5, inSwedish],
        ['1,250', 1.25, inSwedish],
        ['1.25', 1.25, inSwedish],
        ['1.250', 1250, inDanish],
      ] as const) {
        const { answers, sent, leaves } = await asker([free], language)
        await answers('seats', words)
        expect(await sent(), words).to.deep.include({ fields: { seats: meant } })
        leaves()
      }
      const { answers, refused, text } = await asker([free], inSwedish)
      for (const words of ['1.250', '1,25,00']) {
        await answers('seats', words)
        expect(await refused(), words).to.have.length(1)
        expect(text('.why')[0]).to.contain('Det här är inget tal än')
      }
    })

    it('goes on in another language, with what is wrong', async () => {
      const { view, panel, refused, text } = await asker([plan], { consent: { text: 'Agreed' } })
      await refused()
      expect(text('.why')[0]).to.equal('Choose one')
      view.panel = { ...panel, locale: 'nb', translator: await loadTranslator('nb') }
      await view.updateComplete
      await waitUntil(() => text('.why')[0] === 'Velg et alternativ')
      expect(text('.fixes a')[0]).to.contain('Which plan?')
    })

    it('shows what the server found, at its field, in the words of the panel', async () => {
      const server = supportServer()
      server.fault = ({ path }) =>
        path === '/tickets'
          ? problem(422, 'invalid_input', {
              errors: [
                { path: 'fields.text', code: 'too_long' },
                { path: 'consent', code: 'required' },
              ],
            })
          : undefined
      const words = createTranslator('da', daWords as WholeCatalogue)
      const person = await asker([asks({ id: 'text', type: 'text', label: 'Farve' })], {
        server,
        translator: words,
        locale: 'da',
        consent: { text: 'Ja tak' },
      })
      await person.answers('text', 'Blå')
      await person.picks('Ja tak')
      expect(await person.refused()).to.deep.equal(['Se »Farve« igennem', 'Sig, at du accepterer'])
      expect(person.text('.why')[0]).to.equal('Det er for langt. Højst 200 tegn.')
    })
  })

  it('says what is wrong with what is no such thing, and how it is written', async () => {
    const { answers, refused, text } = await asker([
      asks({ id: 'phone', type: 'phone', label: 'Phone' }),
      asks({ id: 'name', type: 'text', label: 'Name', min: 3 }),
      asks({ id: 'areas', type: 'choices', label: 'Areas', required: true, options: options('a') }),
      asks({ id: 'agreed', type: 'checkbox', label: 'Agreed', required: true }),
    ])
    await answers('phone', 'soon')
    await answers('name', 'Ab')
    expect(await refused()).to.have.length(4)
    expect(text('.why')).to.deep.equal([
      'This is not a phone number yet. Like +46 70 123 45 67',
      'This is too short. The least is 3 characters.',
      'Choose at least one',
      'Tick this to go on',
    ])
  })

  describe('with what the host puts in', () => {
    it('has it where the person has given no answer', async () => {
      const keep = browserKeep()
      const before = await asker([plan, seats], { keep })
      await before.picks('The team')
      before.leaves()
      const fields = { plan: 'free', seats: 5 }
      const { one, named, sent } = await asker([plan, seats], { keep, prefill: { fields } })
      expect(one(named('seats')).value).to.equal('5')
      expect(await sent()).to.deep.include({ fields: { plan: 'team', seats: 5 } })
    })

    it('lets nobody change what is for reading alone', async () => {
      const prefill = {
        subject: 'Invoice 2041',
        fields: { plan: 'team', seats: 8 },
        readonly: ['subject', 'plan'],
      }
      const { one, named, server, sends, sees, types, view } = await asker([plan, seats], {
        prefill,
      })
      expect(one('#subject').readOnly).to.equal(true)
      expect([one(named('plan')).readOnly, one(named('plan')).value]).to.deep.equal([
        true,
        'The team',
      ])
      expect(one(named('seats')).readOnly).to.equal(false)
      await expect(view).to.be.accessible()
      await types('#message', 'Why?')
      await types('#email', 'maya@studio.se')
      await sends()
      await sees('.arrived')
      expect(server.posts('/tickets')[0]?.body).to.deep.include({
        subject: 'Invoice 2041',
        fields: { plan: 'team', seats: 8 },
      })
    })

    it('sends along what nobody sees, and does not ask for it', async () => {
      const prefill = { hidden: { plan: 'team', account: 'acc_1' } }
      const { labels, answers, sent, server, panel } = await asker([plan, seats], { prefill })
      expect(labels()).to.include('How many seats?').and.not.include('Which plan?')
      await answers('seats', '3')
      expect(panel.keep.get('form')).not.to.contain('acc_1')
      await sent()
      expect(server.posts('/tickets')[0]?.body.fields).to.deep.equal({
        account: 'acc_1',
        plan: 'team',
        seats: 3,
      })
    })

    it('sends what the host says where the site asks nothing', async () => {
      const { sent } = await asker([], { prefill: { fields: { plan: 'team' }, hidden: { a: 1 } } })
      expect(await sent()).to.deep.include({ fields: { plan: 'team', a: 1 } })
    })
  })

  describe('and wants to be agreed to', () => {
    const consent = { text: 'You may keep what I send' }

    it('takes nothing before', async () => {
      const { refused, picks, sent, text, all, focused } = await asker([], { consent })
      expect(await refused()).to.deep.equal(['Say that you agree'])
      expect(text('.why')).to.deep.equal(['Tick this, so that we may take what you send'])
      all('.fixes a')[0]?.click()
      expect(focused()?.id).to.equal('consent')
      await picks('You may keep what I send')
      expect(await sent()).to.deep.include({ consent: true })
    })

    it('shows no tick before in forced colours either, where nothing is transparent', async () => {
      await executeServerCommand('force-colors', true)
      const { one, picks } = await asker([], { consent })
      const tick = () => getComputedStyle(one('#consent ~ .tick .icon')).visibility
      expect(tick()).to.equal('hidden')
      await picks('You may keep what I send')
      expect(tick()).to.equal('visible')
    })

    it('says where it is written what becomes of it', async () => {
      const { one } = await asker([], { privacyUrl: 'https://example.com/privacy' })
      expect(one('.privacy').textContent?.trim()).to.equal('How we handle what you send')
      expect(one('.privacy').getAttribute('rel')).to.equal('noopener')
      const { all } = await asker([], { privacyUrl: 'javascript:alert(1)' })
      expect(all('.privacy')).to.have.length(0)
    })
  })

  it('is answered by keyboard alone', async () => {
    const consent = { text: 'Agreed' }
    const { one, view, sees, server, focused } = await asker([plan, windows, all[6] as FormField], {
      consent,
      prefill: { subject: 'Seats', message: 'More of them', email: 'maya@studio.se' },
    })
    one('#message').focus()
    await sendKeys({ press: 'Tab' })
    await sendKeys({ press: 'Space' })
    await sendKeys({ press: 'ArrowDown' })
    await sendKeys({ press: 'Tab' })
    expect(focused()?.id).to.equal('fields.again')
    await sendKeys({ press: 'Space' })
    one('#consent').focus()
    await sendKeys({ press: 'Space' })
    one('#email').focus()
    await sendKeys({ press: 'Enter' })
    await sees('.arrived')
    await view.updateComplete
    expect(server.posts('/tickets')[0]?.body).to.deep.include({
      consent: true,
      fields: { plan: 'team', again: true },
    })
  })

  for (const scheme of ['light', 'dark'] as const) {
    it(`is accessible in ${scheme}, answered or not`, async () => {
      await emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
      document.documentElement.style.colorScheme = scheme
      const required = all.map((field) => ({ ...field, required: true }))
      const { view, sends, sees, picks } = await asker(required, {
        consent: { text: 'Agreed' },
        privacyUrl: 'https://example.com/privacy',
      })
      await expect(view).to.be.accessible()
      await picks('The team')
      await picks('Agreed')
      await expect(view).to.be.accessible()
      await sends()
      await sees('.summary')
      await expect(view).to.be.accessible()
    })
  }

  it('stays within its width on a narrow phone, from right to left as well', async () => {
    for (const dir of ['ltr', 'rtl']) {
      const { one, sends, sees, view } = await asker(all, { dir } as Site)
      const frame = view.parentElement as HTMLElement
      frame.style.inlineSize = '320px'
      await sends()
      await sees('.summary')
      const { scrollWidth, clientWidth } = one('.body')
      expect(scrollWidth).to.equal(clientWidth)
    }
  })
})
