import { expect, waitUntil } from '@open-wc/testing'
import { sendKeys, sendMouse } from '@web/test-runner-commands'
import { isWaypostError } from '../contract/errors.js'
import type { WidgetOptions } from '../contract/widget-options.js'
import { type StandInPanel, standInPanels } from '../testing/stand-in-panel.test.kit.js'
import { standInServer } from '../testing/stand-in-server.test.kit.js'
import { standWaypost } from './stand-waypost.js'
import type { StartedWaypost } from './start-waypost.js'

const realWarn = console.warn
let server: ReturnType<typeof standInServer>
let waypost: StartedWaypost
let warned: unknown[]

/** A widget whose controller is the real one, with a panel that writes down what it is told. */
function start(options: WidgetOptions = {}): StartedWaypost {
  waypost = standWaypost({ baseUrl: '', storage: 'none', ...options }, 'latest')
  return waypost
}

const panel = () => standInPanels.at(-1) as StandInPanel
/** Resolves when the panel stands where the window has opened. */
const filled = async () => {
  await waitUntil(() => waypost.getState().isOpen)
  await waitUntil(() => !document.querySelector('waypost-window'))
}
const launcher = () => document.querySelector('waypost-launcher') as HTMLElement
const button = () => launcher().shadowRoot?.querySelector('button') as HTMLButtonElement
const fetched = () =>
  performance.getEntriesByType('resource').filter(({ name }) => /\/assets\//.test(name)).length

describe('a widget', () => {
  beforeEach(() => {
    server = standInServer()
    warned = []
    console.warn = (...words) => warned.push(words)
    performance.clearResourceTimings()
  })
  afterEach(() => {
    waypost.destroy()
    server.leave()
    console.warn = realWarn
  })

  it('fetches no panel for a tour that is started, passed over or begun anew', async () => {
    const { start: begin, skip, restart } = start()
    const calls = [begin('tour', 'welcome'), skip('welcome'), restart('welcome')]
    await Promise.allSettled(calls)
    const names = performance.getEntriesByType('resource').map(({ name }) => name)
    expect(names.some((name) => name.includes('/assets/latest/controller.js'))).to.equal(true)
    expect(names.filter((name) => /assets.latest.(start|panel)[.]js/.test(name))).to.deep.equal([])
  })

  it('makes the calls that came before it in their order', async () => {
    const orders = () => [{ id: 'A-1', title: 'Chair' }]
    start({ orders })
    waypost.setContext({ url: 'https://host.example/pay' })
    waypost.prefill({ subject: 'My card' })
    const opened = waypost.openForm({ kind: 'problem' })
    const shown = waypost.showArticle('refunds', 'fees')
    await Promise.all([opened, shown])
    expect(panel().told).to.deep.equal([
      ['prefill', { subject: 'My card' }],
      ['open', { view: 'form', prefill: { kind: 'problem' } }],
      ['open', { view: 'article', articleId: 'refunds', anchor: 'fees' }],
    ])
    expect(panel().options.context().url).to.equal('https://host.example/pay')
    waypost.setContext({ title: 'Invoices', appVersion: '4.2', errors: ['TypeError'] })
    const { url, ...more } = panel().options.context()
    expect(url).to.equal(location.href)
    expect(more).to.deep.include({ title: 'Invoices', appVersion: '4.2', errors: ['TypeError'] })
    expect(more.orders).to.equal(orders)
  })

  it('opens nothing that the host has closed before it could open', async () => {
    start()
    await waypost.toggle()
    waypost.close()
    const before = panel().told.length
    await Promise.all([waypost.openForm(), waypost.close()])
    await Promise.all([waypost.toggle(), waypost.toggle()])
    expect([waypost.getState().isOpen, panel().isOpen]).to.deep.equal([false, false])
    expect(
      panel()
        .told.slice(before)
        .filter((call) => `${call}`.startsWith('open')),
    ).to.deep.equal([])
    await waypost.openForm()
    expect(waypost.getState().isOpen).to.equal(true)
    waypost.close()
    await Promise.all([waypost.toggle(), waypost.toggle(), waypost.toggle()])
    expect(waypost.getState().isOpen).to.equal(true)
  })

  it('fetches nothing for calls that only say how things are', async () => {
    start()
    waypost.on('panel:opened', () => {})()
    waypost.once('error', () => {})
    waypost.before('ticket:create', () => {})
    waypost.setLocale('sv')
    waypost.setContext({ title: 'Invoices' })
    waypost.prefill({ subject: 'Late' })
    waypost.close()
    waypost.hide()
    waypost.show()
    waypost.getState()
    await waypost.ready()
    await waypost.identify(() => 'asked only when a session is needed')
    await new Promise((later) => setTimeout(later, 100))
    expect([fetched(), server.calls.length, localStorage.length]).to.deep.equal([0, 0, 0])
  })

  it('tells that it is ready, once, also to those who come later', async () => {
    start()
    const heard: string[] = []
    waypost.on('ready', () => heard.push('early'))
    await waypost.ready()
    waypost.on('ready', () => heard.push('late'))
    await waypost.ready()
    expect(heard).to.deep.equal(['early', 'late'])
  })

  it('tells nobody that it is ready who has just stopped listening', async () => {
    start()
    let heard = 0
    const hear = () => heard++
    const stop = waypost.on('ready', hear)
    await waypost.ready()
    stop()
    waypost.off('ready', hear)
    await waypost.ready()
    expect(heard).to.equal(1)
  })

  it('opens by mouse, makes room for the panel, and takes the focus back', async () => {
    start()
    await waypost.ready()
    const { x, y } = button().getBoundingClientRect()
    await sendMouse({ type: 'click', position: [Math.round(x + 10), Math.round(y + 10)] })
    await filled()
    expect(button().checkVisibility({ visibilityProperty: true })).to.equal(false)
    expect(button().ariaExpanded).to.equal('true')
    waypost.close()
    expect(waypost.getState().isOpen).to.equal(false)
    expect(button().ariaExpanded).to.equal('false')
    expect(button().ariaBusy).to.equal(null)
    expect(document.activeElement).to.equal(launcher())
  })

  it('opens by keyboard', async () => {
    start()
    await waypost.ready()
    await sendKeys({ press: 'Tab' })
    await sendKeys({ press: 'Enter' })
    await filled()
    expect(panel().told).to.deep.equal([['open', undefined]])
  })

  for (const intent of ['pointerover', 'focusin']) {
    it(`makes the panel ready, closed, at ${intent}`, async () => {
      const before = standInPanels.length
      start()
      await waypost.ready()
      button().dispatchEvent(new Event(intent, { bubbles: true, composed: true }))
      await waitUntil(() => standInPanels.length > before)
      expect(waypost.getState().isOpen).to.equal(false)
    })
  }

  it('opens from elements of the host, and leads no link anywhere', async () => {
    const link = document.createElement('a')
    Object.assign(link, { href: '#elsewhere', className: 'help', textContent: 'Help' })
    start({ launcher: '.help, .support' })
    document.body.append(link)
    await waypost.ready()
    expect(launcher()).to.equal(null)
    link.click()
    await filled()
    waypost.close()
    expect(document.activeElement).to.equal(link)
    expect(location.hash).to.equal('')
    link.remove()
  })

  it('knows which of several elements has opened it, also where somebody was near before', async () => {
    const links = ['one', 'two'].map((id) =>
      Object.assign(document.createElement('button'), { id, className: 'help', textContent: id }),
    )
    start({ launcher: '.help' })
    document.body.append(...links)
    const before = standInPanels.length
    links[0]?.dispatchEvent(new Event('pointerover', { bubbles: true }))
    await waitUntil(() => standInPanels.length > before)
    for (const link of links) {
      link.click()
      await waitUntil(() => waypost.getState().isOpen)
      waypost.close()
      expect(document.activeElement).to.equal(link)
    }
    for (const link of links) link.remove()
  })

  it('tells a selector that is none once, and throws nothing at the page', async () => {
    const thrown: unknown[] = []
    const hear = (event: ErrorEvent) => thrown.push(event.error)
    addEventListener('error', hear)
    start({ launcher: '[[', inside: '))' })
    const errors: string[] = []
    waypost.on('error', ({ detail }) => errors.push(detail))
    for (let times = 0; times < 3; times++) document.body.dispatchEvent(new Event('pointerover'))
    await waypost.open()
    removeEventListener('error', hear)
    expect(thrown).to.deep.equal([])
    expect(errors).to.deep.equal([
      'launcher is a selector, not “[[”',
      'inside is a selector, not “))”',
    ])
  })

  it('opens the widget whose launcher it is, where two stand', async () => {
    start({ site: 'one' })
    const other = standWaypost({ baseUrl: '', storage: 'none', site: 'two' }, 'latest')
    await other.ready()
    button().click()
    await waitUntil(() => waypost.getState().isOpen)
    const isOtherOpen = other.getState().isOpen
    other.destroy()
    expect(isOtherOpen).to.equal(false)
  })

  it('draws no launcher where the host wants none', async () => {
    start({ launcher: 'none' })
    await waypost.open()
    expect(launcher()).to.equal(null)
    expect(panel().isOpen).to.equal(true)
  })

  it('toggles', async () => {
    start()
    await waypost.toggle()
    await waypost.toggle()
    expect(panel().told).to.deep.equal([['open', undefined], ['close']])
  })

  it('lets listeners go: by what `on` gave, by `off`, and after `once`', async () => {
    start()
    const heard: string[] = []
    const late = () => heard.push('late')
    const gone = waypost.on('panel:opened', () => heard.push('gone'))
    waypost.once('panel:opened', () => heard.push('once'))
    waypost.on('panel:opened', () => heard.push('always'))
    gone()
    await waypost.open()
    waypost.on('panel:opened', late)
    waypost.off('panel:opened', late)
    await waypost.open()
    expect(heard).to.deep.equal(['once', 'always', 'always'])
  })

  it('reports what is wrong, and throws nothing', async () => {
    start()
    const errors: string[] = []
    waypost.on('error', ({ code, detail }) => errors.push(`${code}: ${detail}`))
    const host = waypost as never as Record<string, (...args: unknown[]) => Promise<unknown>>
    const client = waypost.client as never as Record<string, { here(): Promise<unknown> }>
    const calls = [
      host.opne?.(),
      host.open?.({ view: 'basement' }),
      host.showArticle?.(),
      host.identify?.(42),
      client.nothing?.here(),
    ]
    host.on?.('panel:exploded', () => {})
    host.setLocale?.('!!')
    host.setLocale?.()
    waypost.q.push(undefined as never)
    const codes = await Promise.all(calls.map((call) => call?.catch((error) => error)))
    expect(codes.every((error) => isWaypostError(error, 'malformed_request'))).to.equal(true)
    expect(errors).to.have.members([
      'malformed_request: There is no call waypost.opne()',
      'malformed_request: There is no view “basement”',
      'malformed_request: “article” needs articleId',
      'malformed_request: identify() needs a token or a function that fetches one',
      'malformed_request: There is no call waypost.client.nothing.here()',
      'malformed_request: There is no event “panel:exploded”',
      'malformed_request: “!!” is no language',
      'malformed_request: “undefined” is no language',
      'malformed_request: There is no call waypost.undefined()',
    ])
    expect(warned.length).to.equal(errors.length)
  })
})
