import { expect, waitUntil } from '@open-wc/testing'
import { executeServerCommand, setViewport } from '@web/test-runner-commands'
import type { WidgetOptions } from '../../contract/widget-options.js'
import { forgetKept, keepSession } from '../../testing/kept-session.test.kit.js'
import { standInPanels } from '../../testing/stand-in-panel.test.kit.js'
import {
  type StandInAnswer,
  standInServer,
  tokenOf,
} from '../../testing/stand-in-server.test.kit.js'
import { standWaypost } from '../stand-waypost.js'
import type { StartedWaypost } from '../start-waypost.js'

const SESSION = 'waypost::session'
const kept = JSON.stringify({ token: 'wps_1', customerId: 'cus_ada', subject: null, of: '' })
const wide = { width: 1280, height: 800 }

let waypost: StartedWaypost
let server: ReturnType<typeof standInServer>
let unread: StandInAnswer

function start(options: WidgetOptions = {}): StartedWaypost {
  waypost = standWaypost({ baseUrl: '', ...options }, 'latest')
  return waypost
}

const launcher = () => document.querySelector('waypost-launcher')
const button = () => launcher()?.shadowRoot?.querySelector('button') as HTMLButtonElement
const badge = () => button().dataset.unread
const asked = () => server.lives
const fetched = (name: string) =>
  performance.getEntriesByType('resource').filter((entry) => entry.name.includes(name)).length
const idle = () => new Promise((done) => requestIdleCallback(done))
/** Long enough for what is fetched once the page is idle. */
async function rest(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await idle()
  await new Promise((done) => setTimeout(done, 100))
}

describe('the live chunk', () => {
  beforeEach(async () => {
    await setViewport(wide)
    await forgetKept()
    unread = { body: { unread: 2 } }
    server = standInServer(({ path }) => (path === '/v1/live' ? unread : undefined))
    performance.clearResourceTimings()
  })
  afterEach(async () => {
    waypost.destroy()
    server.leave()
    await forgetKept()
    document.documentElement.lang = 'en'
    document.body.removeAttribute('style')
    await executeServerCommand('force-colors', false)
  })

  it('is not asked for where nobody has a session', async () => {
    start()
    await rest()
    expect([fetched('/live.js'), fetched('show-live'), asked().length]).to.deep.equal([0, 0, 0])
  })

  it('asks once for whoever has one, and shows the count with its name', async () => {
    await keepSession(SESSION, kept)
    start()
    const heard: number[] = []
    waypost.on('unread:changed', ({ count }) => heard.push(count))
    await waitUntil(() => badge() === '2')
    expect(asked().map(({ token }) => token)).to.deep.equal(['wps_1'])
    expect(waypost.getState().unread).to.equal(2)
    expect(button().ariaLabel).to.equal('Help, 2 unread replies')
    expect(heard).to.deep.equal([2])
    await expect(button()).to.be.accessible()
  })

  it('says the count in the language that the host changes to', async () => {
    await keepSession(SESSION, kept)
    start()
    await waitUntil(() => badge() === '2')
    waypost.setLocale('uk')
    await waitUntil(() => button().ariaLabel?.includes('Допомога'))
    expect(button().ariaLabel).to.equal('Допомога, 2 непрочитані відповіді')
  })

  it('puts the count before the title where the host wants it, whatever the page writes there', async () => {
    const before = document.title
    document.title = 'Invoices'
    await keepSession(SESSION, kept)
    start({ titleBadge: true })
    await waitUntil(() => document.title === '(2) Invoices')
    document.title = 'Customers'
    await waitUntil(() => document.title === '(2) Customers')
    waypost.destroy()
    await waitUntil(() => document.title === 'Customers')
    document.title = before
  })

  it('has the controller hear what happens where somebody waits for an answer', async () => {
    await keepSession(SESSION, kept)
    localStorage.setItem('waypost::awaited', JSON.stringify({ tic_1: Date.now() }))
    start()
    await waitUntil(() => server.streams.length === 1)
    expect(server.streams[0]?.token).to.equal('wps_1')
  })

  it('asks without a session where the host wants it, and without a header then', async () => {
    start({ live: true })
    await waitUntil(() => asked().length === 1)
    expect(asked()[0]?.token).to.equal(undefined)
  })

  for (const [what, options] of Object.entries({
    'data-live': { live: '' },
    'data-live="true"': { live: 'true' },
  })) {
    it(`takes ${what} for yes`, async () => {
      start(options as never)
      await waitUntil(() => asked().length === 1)
    })
  }

  it('asks the host again who is here where the session that was kept has run out', async () => {
    await keepSession(SESSION, kept)
    unread = { status: 401, body: { code: 'session_expired' } }
    let times = 0
    start({ live: true })
    waypost.identify(() => {
      times++
      return tokenOf('ada')
    })
    await waitUntil(() => times > 0)
  })

  it('asks for nobody who was taken off the page before the controller came', async () => {
    await keepSession(SESSION, kept)
    start({ titleBadge: true })
    const opened = waypost.open().catch(() => {})
    waypost.destroy()
    await opened
    await rest()
    expect([asked().length, document.title.startsWith('(')]).to.deep.equal([0, false])
  })

  it('takes data-live="false" for no', async () => {
    start({ live: 'false' } as never)
    await rest()
    expect(fetched('show-live')).to.equal(0)
  })

  it('takes data-live="no" for no, also where it comes for another option', async () => {
    start({ live: 'no', hideOn: '/quiet' } as never)
    await waitUntil(() => launcher())
    await rest()
    expect(asked()).to.deep.equal([])
  })

  it('takes data-consent="no" for no, also where it comes for another option', async () => {
    await keepSession(SESSION, kept)
    start({ consent: 'no', hideOn: '/quiet' } as never)
    await waitUntil(() => launcher() && badge() === '2')
  })

  it('reads nothing kept before the visitor has agreed', async () => {
    await keepSession(SESSION, kept)
    start({ consent: '' } as never)
    await rest()
    expect(fetched('show-live')).to.equal(0)
  })

  it('shows nothing for 0, nothing where it is refused, and 99+ for many', async () => {
    await keepSession(SESSION, kept)
    for (const [answer, wanted] of [
      [{ body: { unread: 0 } }, undefined],
      [{ status: 401, body: { code: 'unauthenticated' } }, undefined],
      [{ body: { unread: 120 } }, '99+'],
    ] as const) {
      unread = answer
      const before = asked().length
      start()
      await waitUntil(() => asked().length > before)
      await rest()
      expect(badge()).to.equal(wanted)
      waypost.destroy()
    }
  })

  it('goes on with the number when the controller comes, and asks no second time', async () => {
    await keepSession(SESSION, kept)
    start()
    await waitUntil(() => badge() === '2')
    const heard: number[] = []
    waypost.on('unread:changed', ({ count }) => heard.push(count))
    await waypost.open()
    await rest()
    expect([badge(), asked().length, waypost.getState().unread]).to.deep.equal(['2', 1, 2])
    unread = { body: { unread: 1 } }
    await waypost.client.tickets.markRead('tic_1')
    await waitUntil(() => badge() === '1')
    await waypost.logout()
    await waitUntil(() => badge() === undefined)
    expect(heard).to.deep.equal([1, 0])
    expect(button().ariaLabel).to.equal(null)
  })

  it('shows nobody the number of somebody else, also where their own cannot be had', async () => {
    await keepSession(SESSION, kept)
    start()
    await waitUntil(() => badge() === '2')
    unread = { body: { unread: 1 } }
    await waypost.identify(tokenOf('bo'))
    await waitUntil(() => badge() === '1')
    unread = { status: 500, body: { code: 'internal_error' } }
    await waypost.identify(tokenOf('ada'))
    await waitUntil(() => badge() === undefined)
    expect(waypost.getState()).to.include({ customerId: 'cus_ada', unread: 0 })
  })

  it('forgets the number where somebody has logged out while the page slept', async () => {
    await keepSession(SESSION, kept)
    start()
    await waitUntil(() => badge() === '2')
    const wake = () => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))
    wake()
    expect(badge()).to.equal('2')
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))
    localStorage.clear()
    wake()
    expect([badge(), waypost.getState().unread]).to.deep.equal([undefined, 0])
  })

  it('hears no other tab when it has gone', async () => {
    const open = new Set<BroadcastChannel>()
    const { BroadcastChannel: Real } = globalThis
    globalThis.BroadcastChannel = class extends Real {
      constructor(name: string) {
        super(name)
        open.add(this)
      }
      override close() {
        super.close()
        open.delete(this)
      }
    }
    await keepSession(SESSION, kept)
    start()
    await waitUntil(() => open.size === 1)
    waypost.destroy()
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
    globalThis.BroadcastChannel = Real
    expect(open.size).to.equal(0)
  })

  it('has a launcher after all where the element never comes that the panel was to stand in', async () => {
    const { setTimeout: real } = globalThis
    // All that waits for seconds here waits for that element.
    globalThis.setTimeout = ((call: () => void, ms = 0, ...rest: unknown[]) =>
      real(call, ms > 5_000 ? 0 : ms, ...rest)) as never
    start({ mode: 'inline', inside: '#never' })
    await waitUntil(() => launcher())
    globalThis.setTimeout = real
    waypost.destroy()
    expect(launcher()).to.equal(null)
  })

  it('stands where the page has a place for it, and beside the page where a router takes that away', async () => {
    const place = () => Object.assign(document.createElement('div'), { id: 'help' })
    let help = place()
    document.body.append(help)
    start({ mode: 'inline', inside: '#help' })
    const latest = () => standInPanels.at(-1)?.options.inside
    await waitUntil(() => latest() === help)
    expect(launcher()).to.equal(null)
    waypost.prefill({ subject: 'Invoice 2041' })
    help.remove()
    await waitUntil(() => launcher() && latest() === null)
    expect(button().style.visibility).to.equal('')
    help = place()
    document.body.append(help)
    await waitUntil(() => !launcher() && latest() === help)
    // Turbo takes one away and brings another at once.
    const next = place()
    help.replaceWith(next)
    await waitUntil(() => latest() === next)
    // What the host has put in goes along.
    expect(standInPanels.at(-1)?.told).to.deep.equal([['prefill', { subject: 'Invoice 2041' }]])
    next.remove()
  })

  it('opens where the page has a place by then, and as a window where it has none', async () => {
    const help = Object.assign(document.createElement('div'), { id: 'help' })
    document.body.append(help)
    start({ mode: 'inline', inside: '#help' })
    await waitUntil(() => standInPanels.at(-1)?.options.inside === help)
    waypost.identify(() => new Promise(() => {}))
    const opened = waypost.openForm()
    await rest()
    help.remove()
    await opened
    expect(standInPanels.at(-1)?.options.inside).to.equal(null)
    expect(standInPanels.at(-1)?.told).to.deep.equal([['open', { view: 'form' }]])
  })

  it('opens as a window where the selector of its place is none', async () => {
    start({ mode: 'inline', inside: '#1st' })
    for (let times = 0; times < 2; times++) {
      await waypost.open()
      expect(waypost.getState().isOpen).to.equal(true)
      waypost.close()
    }
  })

  it('hides the launcher on pages that the host names, also where it goes there later', async () => {
    const before = location.href
    start({ hideOn: '/quiet/* /login' })
    await waitUntil(() => launcher())
    history.pushState(null, '', '/quiet/page')
    await waitUntil(() => !launcher())
    history.replaceState(null, '', before)
    await waitUntil(() => launcher())
    waypost.destroy()
    history.pushState(null, '', '/login')
    start({ hideOn: '/quiet/* /login' })
    await rest()
    const isThere = Boolean(launcher())
    history.back()
    expect(isThere).to.equal(false)
  })

  it('stands in the top layer where asked, also in a body that moves', async () => {
    document.body.style.transform = 'translateY(-300px)'
    start({ layer: 'top' })
    await waitUntil(() => launcher())
    expect(button().matches(':popover-open')).to.equal(true)
    expect(innerHeight - button().getBoundingClientRect().bottom).to.equal(20)
    launcher()?.remove()
    await waitUntil(() => launcher() && button().matches(':popover-open'))
  })

  it('fetches panel and controller before anybody comes, where asked', async () => {
    for (const defer of ['immediate', 'idle'] as const) {
      const before = standInPanels.length
      start({ defer })
      await waitUntil(() => standInPanels.length > before)
      expect([waypost.getState().isOpen, Boolean(launcher())]).to.deep.equal([false, true])
      waypost.destroy()
    }
  })

  it('opens the search by the key that the host has chosen, until the widget is gone', async () => {
    const before = standInPanels.length
    const isMac = /Mac|iP/.test(navigator.platform)
    const press = (target: EventTarget = document.body) => {
      const keys = isMac ? { metaKey: true } : { ctrlKey: true }
      const init = { key: 'k', code: 'KeyK', bubbles: true, cancelable: true, ...keys }
      const event = new KeyboardEvent('keydown', init)
      target.dispatchEvent(event)
      return event.defaultPrevented
    }
    start({ live: true, hotkey: 'mod+k' })
    await waitUntil(() => asked().length)
    const isOurs = document.createElement('div')
    isOurs.addEventListener('keydown', (event) => event.preventDefault())
    document.body.append(isOurs)
    press(isOurs)
    isOurs.remove()
    await rest()
    expect(standInPanels.length).to.equal(before)

    const isTaken = (event: Event) => event.preventDefault()
    addEventListener('waypost-search-wanted', isTaken)
    expect(press()).to.equal(true)
    removeEventListener('waypost-search-wanted', isTaken)
    await rest()
    expect(standInPanels.length).to.equal(before)

    expect(press()).to.equal(true)
    await waitUntil(() => waypost.getState().isOpen)
    expect(standInPanels.at(-1)?.told).to.deep.equal([['open', { view: 'search' }]])
    waypost.destroy()
    expect(press()).to.equal(false)
  })

  it('keeps its colours readable where the system chooses them', async () => {
    await executeServerCommand('force-colors', true)
    await keepSession(SESSION, kept)
    start()
    await waitUntil(() => badge() === '2')
    const style = getComputedStyle(button(), ':after')
    expect(style.borderTopWidth).to.equal('2px')
    expect(style.content).to.contain('2')
  })
})
