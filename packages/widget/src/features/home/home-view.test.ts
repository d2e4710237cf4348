import { expect, waitUntil } from '@open-wc/testing'
import type { PageSuggestions } from '@waypost/sdk/contract'
import { emulateMedia, setViewport } from '@web/test-runner-commands'
import {
  clearHost,
  hit,
  hostPage,
  network,
  never,
  problem,
  reminders,
  settings,
  ticket,
} from '../../shell/panel.test.kit.js'

describe('home', () => {
  beforeEach(() => emulateMedia({ reducedMotion: 'reduce' }))
  afterEach(clearHost)

  it('shows what the host’s page is about, and when the team replies', async () => {
    const { panel, sees, text, asked } = hostPage()
    await panel.open()
    await sees('About this page')
    expect(text('a.row')).to.deep.equal(['Late fees', 'Send a reminder'])
    await sees('Usually replies within 2 hours')
    const { url } = asked.find(({ name }) => name.endsWith('suggestions')) as { url: URL }
    expect(url.searchParams.get('url')).to.equal('https://host.example/invoices')
  })

  it('shows where to begin when the page is about nothing', async () => {
    const ofNoPage = (url: URL) => ({
      items: url.searchParams.has('url') ? [] : [hit('Send your first invoice')],
    })
    const { panel, sees, text } = hostPage({}, { 'GET /v1/suggestions': ofNoPage })
    await panel.open()
    await sees('Good to know')
    expect(text('a.row')).to.deep.equal(['Send your first invoice'])
  })

  it('shows what teaches it below the articles, and where there is no article', async () => {
    const reply = { items: [] as object[], learning: [{ ...reminders, kind: 'course' }] }
    const { panel, sees, text, launcher } = hostPage({}, { 'GET /v1/suggestions': () => reply })
    await panel.open()
    await sees('About this page')
    expect(text('a.row')).to.deep.equal(['Course: Be kind · 6 min'])
    panel.close()
    launcher.focus()
    reply.items.push(hit('Late fees'))
    await panel.open()
    await sees('Late fees')
    expect(text('a.row')).to.deep.equal(['Late fees', 'Course: Be kind · 6 min'])
  })

  it('shows what the host has chosen in place of that, and asks anew while it is looked at', async () => {
    let suggested: PageSuggestions | null = { articles: ['refunds', 'fees'], query: 'money back' }
    const context = () => ({ url: 'https://host.example/invoices', suggested })
    const ofHost = (url: URL) => ({
      items: url.searchParams.has('articles') ? [hit('Refunds'), hit('Fees')] : [hit('Late fees')],
    })
    const page = hostPage({ context }, { 'GET /v1/suggestions': ofHost })
    const { panel, sees, text, asked, focused, all, launcher } = page
    const say = (next: PageSuggestions | null) => {
      suggested = next
      dispatchEvent(new Event('waypost-suggested'))
    }
    say(suggested)
    await panel.open()
    await sees('About this page')
    expect(text('a.row')).to.deep.equal(['Refunds', 'Fees'])
    const { url } = asked.find(({ name }) => name.endsWith('suggestions')) as { url: URL }
    expect(url.search).to.equal('?articles=refunds%2Cfees&query=money+back&locale=en')

    const before = focused()
    say(null)
    await sees('Late fees')
    expect(focused()).to.equal(before)
    all('a.row')[0]?.focus()
    const count = asked.length
    say({ articles: ['refunds'] })
    launcher.focus()
    panel.close()
    await waitUntil(() => !all('a.row').length)
    say({ articles: ['fees'] })
    expect(asked.length).to.equal(count)
    await panel.open()
    await sees('Refunds')
  })

  it('shows what names the page itself where nothing of the host’s can be read', async () => {
    const context = () => ({
      url: 'https://host.example/invoices',
      suggested: { articles: ['gone'] },
    })
    const ofPage = (url: URL) => ({ items: url.searchParams.has('url') ? [hit('Late fees')] : [] })
    const { panel, sees, text } = hostPage({ context }, { 'GET /v1/suggestions': ofPage })
    await panel.open()
    await sees('About this page')
    expect(text('a.row')).to.deep.equal(['Late fees'])
  })

  it('counts a long promise in days, and makes none for a team that makes none', async () => {
    let replyHours: number | null = 72
    const { panel, sees } = hostPage(
      {},
      { 'GET /v1/settings': () => ({ ...settings, replyHours }) },
    )
    await panel.open()
    await sees('Usually replies within 3 days')
    replyHours = null
    const other = hostPage({}, { 'GET /v1/settings': () => ({ ...settings, replyHours }) })
    await other.panel.open()
    await other.sees('A person reads it and replies')
  })

  it('asks for no requests, and starts no session, where nobody has one', async () => {
    const { panel, sees, asked } = hostPage()
    await panel.open()
    await sees('About this page')
    const names = asked.map(({ name }) => name).sort()
    expect(names).to.deep.equal(['GET /v1/settings', 'GET /v1/suggestions'])
  })

  it('shows the requests under way, and leads to all of them', async () => {
    const { panel, sees, kept, text } = hostPage()
    kept.set('token', 'wps_1')
    await panel.open()
    await sees('Card payment taken twice')
    expect(text('.chip')).to.deep.equal(['Waiting for you'])
    expect(text('bdi')).to.deep.equal(['WP-1042'])
    expect(text('.more')).to.deep.equal(['See all'])
  })

  it('says that a reply waits, whoever’s turn it is', async () => {
    const unread = { items: [{ ...ticket, unread: 2 }], nextCursor: null }
    const { panel, sees, kept, text } = hostPage({}, { 'GET /v1/tickets': () => unread })
    kept.set('token', 'wps_1')
    await panel.open()
    await sees('Card payment taken twice')
    expect(text('.chip')).to.deep.equal(['Reply for you'])
  })

  it('has no trouble with a session that has ended', async () => {
    const ended = { 'GET /v1/tickets': () => problem(401, 'session_expired') }
    const { panel, sees, kept, all } = hostPage({}, ended)
    kept.set('token', 'wps_1')
    await panel.open()
    await sees('About this page')
    expect(all('.notice')).to.deep.equal([])
  })

  it('shows bones only when one has waited', async () => {
    const { panel, all } = hostPage({}, { 'GET /v1/suggestions': never })
    await panel.open()
    expect(all('.bone')).to.deep.equal([])
    await waitUntil(() => all('.bone').length === 4)
  })

  it('says that it is offline, and goes on by itself', async () => {
    const fails = { 'GET /v1/suggestions': () => Promise.reject(new TypeError('Failed to fetch')) }
    const replies: Record<string, () => Promise<object>> = fails
    const { panel, sees, all } = hostPage({}, replies)
    network(false)
    await panel.open()
    await sees('You’re offline.')
    replies['GET /v1/suggestions'] = async () => ({ items: [hit('Late fees')] })
    network(true)
    await sees('About this page')
    expect(all('.notice')).to.deep.equal([])
  })

  it('puts the field into the head as one scrolls', async () => {
    const many = Array.from({ length: 4 }, (_, n) =>
      hit(`An article with a long title ${n} `.repeat(4)),
    )
    const { panel, sees, all } = hostPage({}, { 'GET /v1/suggestions': () => ({ items: many }) })
    await setViewport({ width: 800, height: 400 })
    await panel.open()
    await sees('About this page')
    const scroll = all('.scroll')[0] as HTMLElement
    scroll.scrollTop = 150
    await waitUntil(() => scroll.matches('.docked'))
    const top = (selector: string) => all(selector)[0]?.getBoundingClientRect().top ?? 0
    await waitUntil(() => top('form.dock') === top('.head'), 'the field stands in the head')
    await setViewport({ width: 1280, height: 800 })
  })
})
