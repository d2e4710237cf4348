import { aTimeout, expect, waitUntil } from '@open-wc/testing'
import { emulateMedia } from '@web/test-runner-commands'
import { clearHost, hostPage, settings } from './panel.test.kit.js'

type Mode = typeof settings.mode
const modes: readonly Mode[] = ['self-service', 'neutral', 'ask-first', 'form-only', 'docs-only']
const site = (mode: Mode) => ({ 'GET /v1/settings': () => ({ ...settings, mode }) })
const locales = ['en', 'sv', 'da', 'nb', 'uk']

describe('a mode', () => {
  beforeEach(() => emulateMedia({ reducedMotion: 'reduce' }))
  afterEach(clearHost)

  it('of the host comes before that of the site, and needs no answer of the server', async () => {
    const { panel, text, sees } = hostPage({ mode: 'form-only' }, site('docs-only'))
    await panel.open()
    await sees('What is it about?')
    expect(text('h1')).to.deep.equal(['Ask us'])
    panel.update({ mode: '' })
    await sees('How can we help?')
  })

  it('self-service leads with search, and offers to ask last', async () => {
    const { panel, text, sees } = hostPage({ mode: 'self-service' })
    await panel.open()
    await sees('Late fees')
    await sees('Ask the team')
    expect(text('.sections .row').at(-1)).to.contain('Ask the team')
    expect(text('nav button')).to.deep.equal(['Help', 'Requests', 'Ask us'])
  })

  it('neutral offers to ask beside the answers, with the time of a reply', async () => {
    const { panel, text, sees, all } = hostPage({ mode: 'neutral' })
    await panel.open()
    await sees('Late fees')
    await sees('Usually replies within 2 hours')
    expect(text('.sections .row')[0]).to.contain('Ask the team')
    expect(all('.ask.first')).to.have.length(1)
    expect(text('.sections .row').filter((row) => row.includes('Ask the team'))).to.have.length(1)
  })

  it('ask-first opens on the form, with help one tap behind', async () => {
    const { panel, text, sees, taps } = hostPage({ mode: 'ask-first' })
    await panel.open()
    await sees('What is it about?')
    await taps('Back')
    await sees('How can we help?')
    expect(text('.sections .row')[0]).to.contain('Ask the team')
  })

  it('form-only has the form, and the requests one tap away', async () => {
    const { panel, text, all, sees, taps, presses } = hostPage({ mode: 'form-only' })
    await panel.open()
    await sees('What is it about?')
    expect(all('[aria-label=Back]')).to.deep.equal([])
    await taps('Requests')
    await sees('Your requests')
    expect(all('[aria-label="Search help"]')).to.deep.equal([])
    expect(text('nav button')).to.deep.equal(['Ask us', 'Requests'])
    await presses('/')
    expect(text('h1')).to.deep.equal(['Your requests'])
  })

  for (const locale of locales) {
    it(`docs-only says nothing of requests anywhere, in ${locale}`, async () => {
      const nothing = { searchId: 's1', items: [], nextCursor: null }
      const replies = { ...site('docs-only'), 'GET /v1/search': () => nothing }
      const { panel, text, all, sees, kept } = hostPage({ locale }, replies)
      kept.set('token', 'wps_1')
      await panel.open()
      await sees('Late fees')
      const asks = /\bask|fråga|spør|kontakt|request|ärende|henvendelse|запит|звернен/i
      const said: string[] = []
      const listen = () => said.push(...text('h1, h2, p, button, a, span, label'))
      listen()
      await panel.open({ view: 'search', words: 'nothing of this' })
      await waitUntil(() =>
        text('h2, strong, p').some((words) => words.includes('nothing of this')),
      )
      listen()
      await panel.open({ view: 'article', articleId: 'late-fees' })
      await waitUntil(() => all('waypost-rich-text').length)
      listen()
      await panel.open({ view: 'article', articleId: 'gone' })
      await waitUntil(() => all('.find, .tool, button').length && !all('waypost-rich-text').length)
      await aTimeout(50)
      listen()
      expect(said.filter((words) => asks.test(words))).to.deep.equal([])
    })
  }

  for (const mode of modes) {
    it(`${mode} has no button that leads nowhere`, async () => {
      const { panel, text, all, sees, kept } = hostPage({ mode })
      kept.set('token', 'wps_1')
      const begins = { 'form-only': 'What is it about?', 'ask-first': 'What is it about?' }
      const first = begins[mode as keyof typeof begins] ?? 'Late fees'
      await panel.open()
      await sees(first)
      const places = () =>
        all('.head .tool, .foot .place, .sections .row, .more, .rows .row').filter(
          (each) => each.ariaCurrent !== 'page' && each.ariaLabel !== 'Close help',
        )
      const names = places().map((each) => each.ariaLabel ?? each.textContent?.trim() ?? '')
      for (const [index, name] of names.entries()) {
        const before = text('h1').join()
        places()[index]?.click()
        await waitUntil(() => text('h1').join() !== before, `${name} leads somewhere in ${mode}`)
        panel.reset()
        await sees(first)
        await waitUntil(() => places().length === names.length)
      }
      expect(names.length).to.be.greaterThan(mode === 'docs-only' ? 1 : 0)
    })
  }
})
