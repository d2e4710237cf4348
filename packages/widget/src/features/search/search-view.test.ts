import { aTimeout, expect, waitUntil } from '@open-wc/testing'
import { emulateMedia } from '@web/test-runner-commands'
import {
  clearHost,
  hit,
  hostPage,
  network,
  never,
  problem,
  reminders,
} from '../../shell/panel.test.kit.js'
import { views } from '../../shell/views.js'
import type { NavigateEvent } from '../../ui/view-events.js'

const nothing = { 'GET /v1/search': () => ({ searchId: 's2', items: [], nextCursor: null }) }

describe('search in the panel', () => {
  beforeEach(() => emulateMedia({ reducedMotion: 'reduce' }))
  afterEach(clearHost)

  it('has the focus in its field, and begins with what the page is about', async () => {
    const { panel, sees, focused } = hostPage()
    await panel.open({ view: 'search' })
    expect(focused().localName).to.equal('input')
    await sees('About this page')
  })

  it('comes by its key from anywhere in the panel, a field as well', async () => {
    const { panel, focused, all } = hostPage()
    await panel.open({ view: 'form' })
    await waitUntil(() => all('textarea').length)
    all('textarea')[0]?.focus()
    const mod = /Mac|iP/.test(navigator.platform) ? { metaKey: true } : { ctrlKey: true }
    const press = (init: KeyboardEventInit) => {
      const keys = { bubbles: true, composed: true, cancelable: true, code: 'KeyK', ...init }
      return focused().dispatchEvent(new KeyboardEvent('keydown', keys))
    }
    expect(press({ key: 'k' })).to.equal(true)
    expect(press({ key: 'л', ...mod })).to.equal(false)
    await waitUntil(() => focused().getAttribute('type') === 'search')
    const field = focused()
    expect(field.getAttribute('placeholder')).to.equal('Search help')
    await waitUntil(() => all('.row').length)
    all('.row')[0]?.focus()
    expect(press({ key: 'k', ...mod })).to.equal(false)
    await waitUntil(() => focused() === field)
  })

  it('tells the host what was searched for, and reads the count out', async () => {
    const { panel, sees, text, events } = hostPage()
    await panel.open({ view: 'search', words: 'late fee' })
    await sees('2 articles')
    const told = ['search:performed', { words: 'late fee', count: 2, searchId: 's1' }]
    expect(events.at(-1)).to.deep.equal(told)
    await waitUntil(() => text('[role=status]').includes('2 articles'))
  })

  it('shows the best of new results, however far somebody had scrolled among the old', async () => {
    const many = (words: string) => Array.from({ length: 10 }, (_, n) => hit(`${words} ${n}`))
    const { panel, sees, all, types, focused } = hostPage(
      {},
      {
        'GET /v1/search': (url) => {
          const words = url.searchParams.get('q') ?? ''
          return { searchId: words, items: many(words), nextCursor: null }
        },
      },
    )
    await panel.open({ view: 'search', words: 'fee' })
    await sees('fee 9')
    const body = all('.body.flush')[0]
    if (body) body.scrollTop = 200
    expect(body?.scrollTop).to.equal(200)
    expect(focused().localName).to.equal('input')
    await types('s')
    await sees('fees 9')
    expect(body?.scrollTop).to.equal(0)
  })

  it('is named by the request that somebody opens after it', async () => {
    const session = { token: 'wps_1', expiresAt: '2027-01-01T00:00:00.000Z', customer: null }
    const page = hostPage({}, { 'POST /v1/sessions': () => session })
    const { panel, sees, taps, types, all, asked } = page
    await panel.open({ view: 'search', words: 'late fee' })
    await sees('2 articles')
    await taps('Ask us about “late fee” Usually replies within 2 hours')
    await sees('Your email')
    all('#message')[0]?.focus()
    await types('Why?')
    all('#email')[0]?.focus()
    await types('maya@studio.se')
    await taps('Send')
    await waitUntil(() => asked.some(({ name }) => name === 'POST /v1/tickets'))
    const { body } = asked.find(({ name }) => name === 'POST /v1/tickets') ?? {}
    expect(body?.context).to.deep.include({ searchId: 's1' })
  })

  it('opens a result inside, and offers those words again another time', async () => {
    const { panel, sees, taps, kept, presses } = hostPage()
    await panel.open({ view: 'search', words: 'late fee' })
    await sees('2 articles')
    await presses('ArrowDown', 'Enter')
    await sees('Turn it on')
    expect(kept.get('search.words')).to.equal('["late fee"]')
    await taps('Back')
    await taps('Clear')
    await sees('You searched for')
    await taps('late fee')
    await sees('2 articles')
  })

  it('tells the server which hit was chosen, and of none that was only offered', async () => {
    const { panel, sees, asked, presses, taps } = hostPage()
    const told = () => asked.filter(({ name }) => name === 'POST /v1/outcomes')
    await panel.open({ view: 'search', words: 'late fee' })
    await sees('2 articles')
    await presses('ArrowDown', 'ArrowDown', 'Enter')
    await sees('Send a reminder')
    const choice = { searchId: 's1', articleId: 'send-a-reminder', position: 2 }
    expect(told().map(({ body }) => body)).to.deep.equal([
      { events: [{ kind: 'search.chosen', ...choice }] },
    ])
    await taps('Back')
    await taps('Clear')
    await sees('About this page')
    await taps('Late fees')
    await sees('Turn it on')
    expect(told()).to.have.length(1)
  })

  it('opens a lesson that teaches what was searched for, and tells of no article', async () => {
    const taught = {
      searchId: 's1',
      items: [hit('Late fees')],
      nextCursor: null,
      learning: [reminders],
    }
    const page = hostPage({}, { 'GET /v1/search': () => taught })
    const { panel, sees, text, presses, asked, all } = page
    await panel.open({ view: 'search', words: 'late fee' })
    await sees('Lesson: Be kind · 6 min')
    await waitUntil(() => text('[role=status]').includes('1 article. Lesson: Be kind · 6 min'))
    await expect(all('waypost-search-view')[0]).to.be.accessible()
    const went: NavigateEvent['destination'][] = []
    all('waypost-search-view')[0]?.addEventListener('waypost-navigate', (event) => {
      went.push((event as NavigateEvent).destination)
    })
    await presses('ArrowDown', 'ArrowDown', 'Enter')
    expect(went).to.deep.equal([{ view: 'lesson', id: 'paid/reminders' }])
    expect(asked.filter(({ name }) => name === 'POST /v1/outcomes')).to.have.length(0)
  })

  it('is no miss where only a lesson was found', async () => {
    const taught = { searchId: 's1', items: [], nextCursor: null, learning: [reminders] }
    const { panel, sees, text } = hostPage({}, { 'GET /v1/search': () => taught })
    await panel.open({ view: 'search', words: 'late fee' })
    await sees('Course: Get paid')
    expect(text('.empty')).to.deep.equal([])
    expect(text('.count')).to.deep.equal([''])
  })

  it('has no dead end: a miss keeps the words, offers articles and a person', async () => {
    const { panel, sees, text } = hostPage({}, nothing)
    await panel.open({ view: 'search', words: 'peppol' })
    await sees('Nothing about “peppol” yet')
    await waitUntil(() => text('.offer').length === 2)
    expect(text('.offer')).to.deep.equal(['Late fees', 'Send a reminder'])
  })

  it('takes the words along to the form', async () => {
    const { panel, sees, taps, element } = hostPage()
    let asked: unknown
    element.shadowRoot?.addEventListener('waypost-navigate', (event) => {
      asked = (event as NavigateEvent).destination
    })
    await panel.open({ view: 'search', words: 'late fee' })
    await sees('2 articles')
    await taps('Ask us about “late fee” Usually replies within 2 hours')
    expect(asked).to.deep.equal({ view: 'form', prefill: { subject: 'late fee' } })
    expect(views.form.properties(asked as never)).to.deep.equal({
      prefill: { subject: 'late fee' },
    })
  })

  it('goes back to the field by Escape, empties it, then closes', async () => {
    const { panel, sees, presses, focused } = hostPage()
    await panel.open({ view: 'search', words: 'late fee' })
    await sees('2 articles')
    await presses('ArrowDown', 'Escape')
    const field = focused() as HTMLInputElement
    expect([field.localName, field.value]).to.deep.equal(['input', 'late fee'])
    await presses('Escape')
    expect([field.value, panel.isOpen]).to.deep.equal(['', true])
    await presses('Escape')
    expect(panel.isOpen).to.equal(false)
  })

  it('finds again without a network what it has found before', async () => {
    const found = (url: URL) => ({
      searchId: 's1',
      items: [hit(`About ${url.searchParams.get('q')}`)],
      nextCursor: null,
    })
    const { panel, sees, text } = hostPage({}, { 'GET /v1/search': found })
    await panel.open({ view: 'search', words: 'fees' })
    await sees('About fees')
    await panel.open({ view: 'search', words: 'vat' })
    await sees('About vat')
    network(false)
    await panel.open({ view: 'search', words: 'fees' })
    await sees('You’re offline.')
    expect(text('.hit, .row').join()).to.contain('About fees')
  })

  for (const scheme of ['light', 'dark'] as const) {
    it(`is accessible in ${scheme}: results, nothing, waiting, trouble`, async () => {
      document.documentElement.style.colorScheme = scheme
      let reply: () => object = () => ({
        searchId: 's1',
        items: [hit('Late fees')],
        nextCursor: null,
      })
      const { panel, dialog, sees, all } = hostPage({}, { 'GET /v1/search': () => reply() })
      await panel.open({ view: 'search', words: 'late' })
      await sees('1 article')
      await expect(dialog()).to.be.accessible()
      reply = nothing['GET /v1/search']
      await panel.open({ view: 'search', words: 'peppol' })
      await sees('Nothing about')
      await expect(dialog()).to.be.accessible()
      reply = never
      await panel.open({ view: 'search', words: 'slow' })
      await waitUntil(() => all('.spin').length)
      await expect(dialog()).to.be.accessible()
      reply = () => problem(500, 'internal_error')
      await panel.open({ view: 'search', words: 'broken' })
      await sees('Search didn’t answer.')
      await expect(dialog()).to.be.accessible()
      network(false)
      await panel.open({ view: 'search', words: 'away' })
      await sees('You’re offline.')
      await aTimeout(50)
      await expect(dialog()).to.be.accessible()
    })
  }
})
