import { expect, waitUntil } from '@open-wc/testing'
import type { WidgetOptions } from '../../contract/widget-options.js'
import { browserTabs } from '../../testing/browser-tabs.test.kit.js'
import { type StandInPanel, standInPanels } from '../../testing/stand-in-panel.test.kit.js'
import { standInServer, tokenOf } from '../../testing/stand-in-server.test.kit.js'
import type { Waypost } from '../waypost.js'

const tabOf = browserTabs()
let server: ReturnType<typeof standInServer>
let heard: boolean[]

/** A tab of this browser, on a page that asks its visitors before anything is kept. */
function tab(options: WidgetOptions = {}): Waypost {
  const waypost = tabOf({ consent: true, ...options })
  waypost.on('consent:changed', ({ granted }) => heard.push(granted))
  return waypost
}

/** A visit that was consented to, and is over. */
async function earlierVisit(visit: (waypost: Waypost) => Promise<unknown>): Promise<void> {
  const waypost = tab({ consent: false })
  await visit(waypost)
  waypost.destroy()
}

async function panelOf(waypost: Waypost): Promise<StandInPanel> {
  await waypost.open()
  return standInPanels.at(-1) as StandInPanel
}

const ours = () => [
  ...Object.keys(localStorage).filter((key) => key.startsWith('waypost:')),
  ...Object.keys(sessionStorage).filter((key) => key.startsWith('waypost:')),
]
const keptTickets = () =>
  JSON.parse(localStorage.getItem('waypost:test:anonymous:tickets') ?? '{}').tickets?.map(
    ({ id }: { id: string }) => id,
  )
const ticket = { subject: 'Cannot sign in', message: 'Since today' }

/** What is done to either storage, by anybody on this page. */
function watchStorage() {
  const { getItem, setItem, removeItem } = Storage.prototype
  const seen: string[] = []
  const watched = { getItem, setItem, removeItem }
  for (const [name, real] of Object.entries(watched)) {
    Object.assign(Storage.prototype, {
      [name](this: Storage, key: string, ...rest: string[]) {
        if (key.startsWith('waypost')) seen.push(`${name} ${key}`)
        return (real as (...args: string[]) => unknown).call(this, key, ...rest)
      },
    })
  }
  return { seen, leave: () => Object.assign(Storage.prototype, watched) }
}

describe('consent', () => {
  beforeEach(() => {
    heard = []
    server = standInServer()
  })
  afterEach(() => server.leave())

  it('is waited for: nothing is read or written, and all of it works', async () => {
    await earlierVisit((waypost) => waypost.identify(tokenOf('ada')))
    const storage = watchStorage()
    try {
      const waypost = tab()
      const panel = await panelOf(waypost)
      expect(waypost.getState()).to.include({ identity: 'none', customerId: null })
      panel.options.keep.set('draft', 'words')
      await waypost.client.tickets.create(ticket)
      await waypost.client.tickets.list()
      expect(panel.options.keep.get('draft')).to.equal('words')
      expect(waypost.getState().identity).to.equal('anonymous')
      expect(storage.seen).to.deep.equal([])
    } finally {
      storage.leave()
    }
    expect(heard).to.deep.equal([])
  })

  it('keeps from then on what memory held, and tells so once', async () => {
    const waypost = tab()
    const panel = await panelOf(waypost)
    panel.options.keep.set('draft', 'words')
    await waypost.client.tickets.create(ticket)
    waypost.setConsent(true)
    waypost.setConsent(true)
    expect(ours()).to.have.members([
      'waypost:test:session',
      'waypost:test:anonymous:draft',
      'waypost:test:anonymous:tickets',
    ])
    panel.options.keep.set('search', 'fee')
    expect(localStorage.getItem('waypost:test:anonymous:search')).to.equal('fee')
    expect(heard).to.deep.equal([true])
    waypost.destroy()
    const next = tab()
    next.setConsent(true)
    expect((await panelOf(next)).options.keep.get('draft')).to.equal('words')
    expect(next.getState().identity).to.equal('anonymous')
  })

  it('is heard when it comes with the page, before anybody needs the widget', async () => {
    await earlierVisit((waypost) => waypost.identify(tokenOf('ada')))
    const waypost = tab()
    waypost.setConsent(true)
    await waypost.client.tickets.list()
    expect(server.spoken().at(-1)).to.equal('GET /v1/tickets wps_1')
    expect(waypost.getState().customerId).to.equal('cus_ada')
  })

  it('keeps until the tab closes, or nowhere, where the host wants it so', async () => {
    const one = tab({ storage: 'session' })
    const two = tab({ storage: 'none', site: 'other' })
    for (const waypost of [one, two]) {
      ;(await panelOf(waypost)).options.keep.set('draft', 'words')
      waypost.setConsent(true)
    }
    expect(sessionStorage.getItem('waypost:test:anonymous:draft')).to.equal('words')
    expect(ours()).to.deep.equal(['waypost:test:anonymous:draft'])
  })

  it('brings back what an earlier visit kept, behind what was written now', async () => {
    await earlierVisit(async (waypost) => {
      const panel = await panelOf(waypost)
      await waypost.client.tickets.create(ticket)
      panel.options.keep.set('draft', 'older words')
      panel.options.keep.set('search', 'fee')
    })
    const waypost = tab()
    const panel = await panelOf(waypost)
    panel.options.keep.set('draft', 'newer words')
    await waypost.client.tickets.create(ticket)
    waypost.setConsent(true)
    expect(panel.options.keep.get('draft')).to.equal('newer words')
    expect(panel.options.keep.get('search')).to.equal('fee')
    expect(keptTickets()).to.deep.equal(['tic_1', 'tic_2'])
  })

  it('gives what a visitor has just written to the customer of an earlier visit', async () => {
    await earlierVisit(async (waypost) => {
      await waypost.identify(tokenOf('ada'))
      ;(await panelOf(waypost)).options.keep.set('draft', 'older words of Ada')
    })
    const waypost = tab()
    const panel = await panelOf(waypost)
    panel.options.keep.set('draft', 'newer words')
    waypost.setConsent(true)
    expect(waypost.getState().customerId).to.equal('cus_ada')
    expect(panel.options.keep.get('draft')).to.equal('newer words')
    expect(localStorage.getItem('waypost:test:anonymous:draft')).to.equal(null)
  })

  it('does not hand requests to somebody who was not named last', async () => {
    // Ada, whose session ends; then somebody without a name.
    await earlierVisit(async (waypost) => {
      await waypost.identify(tokenOf('ada'))
    })
    const session = JSON.parse(localStorage.getItem('waypost:test:session') ?? '')
    const nameless = { ...session, token: 'wps_9', customerId: null }
    localStorage.setItem('waypost:test:session', JSON.stringify(nameless))
    await earlierVisit((waypost) => waypost.client.tickets.create(ticket))
    const waypost = tab()
    await waypost.client.tickets.create(ticket)
    waypost.setConsent(true)
    expect(keptTickets()).to.have.length(2)
    await waypost.identify(tokenOf('bob'))
    expect(server.spoken().some((line) => line.includes('ticket-claims'))).to.equal(false)
    expect(keptTickets()).to.equal(undefined)
  })

  it('taken back deletes all that is kept of the site, and goes on in memory', async () => {
    localStorage.setItem('waypost:other:session', 'of another site')
    const waypost = tab({ consent: false })
    await waypost.identify(tokenOf('ada'))
    const panel = await panelOf(waypost)
    panel.options.keep.set('draft', 'words of Ada')
    sessionStorage.setItem('waypost:test:left', 'by an older setting')
    waypost.setConsent(false)
    expect(ours()).to.deep.equal(['waypost:other:session'])
    expect(panel.options.keep.get('draft')).to.equal('words of Ada')
    await waypost.client.tickets.list()
    expect(server.spoken().at(-1)).to.equal('GET /v1/tickets wps_1')
    panel.options.keep.set('search', 'fee')
    expect(ours()).to.deep.equal(['waypost:other:session'])
    expect(heard).to.deep.equal([false])
    waypost.setConsent(true)
    expect(localStorage.getItem('waypost:test:session')).to.contain('wps_1')
    expect(heard).to.deep.equal([false, true])
  })

  it('refused deletes what an earlier visit kept, and takes nothing of it along', async () => {
    await earlierVisit((waypost) => waypost.identify(tokenOf('ada')))
    const waypost = tab()
    await waypost.open()
    waypost.setConsent(false)
    expect(ours()).to.deep.equal([])
    expect(waypost.getState().identity).to.equal('none')
    expect(heard).to.deep.equal([])
  })

  it('changes nothing where the host does not ask for it', async () => {
    const waypost = tab({ consent: false })
    const panel = await panelOf(waypost)
    panel.options.keep.set('draft', 'words')
    waypost.setConsent(true)
    expect(ours()).to.deep.equal(['waypost:test:anonymous:draft'])
    expect(heard).to.deep.equal([])
  })

  it('holds in the other tab, which goes on as the same person', async () => {
    const [one, two] = [tab(), tab()]
    await one.identify(tokenOf('ada'))
    const panel = await panelOf(two)
    one.setConsent(true)
    await waitUntil(() => two.getState().customerId === 'cus_ada')
    panel.options.keep.set('draft', 'words of Ada')
    expect(ours()).to.have.length(2)
    one.setConsent(false)
    // As a browser tells it, before or after what the tabs tell each other.
    const gone = { key: 'waypost:test:session', newValue: null }
    dispatchEvent(new StorageEvent('storage', gone))
    await waitUntil(() => heard.length === 4)
    dispatchEvent(new StorageEvent('storage', gone))
    expect(two.getState().customerId).to.equal('cus_ada')
    expect(panel.options.keep.get('draft')).to.equal('words of Ada')
    panel.options.keep.set('draft', 'more words')
    await two.client.tickets.list()
    expect(server.spoken().at(-1)).to.equal('GET /v1/tickets wps_1')
    expect(ours()).to.deep.equal([])
    expect(heard).to.deep.equal([true, true, false, false])
  })

  it('reaches a tab that slept when it was taken back', async () => {
    const [one, two] = [tab({ consent: false }), tab({ consent: false })]
    await one.open()
    const panel = await panelOf(two)
    // Both stand on one page here, and only the second is to sleep: it hears no word of the first.
    const realPost = BroadcastChannel.prototype.postMessage
    BroadcastChannel.prototype.postMessage = () => {}
    one.setConsent(false)
    BroadcastChannel.prototype.postMessage = realPost
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
    await waitUntil(() => heard.length === 2)
    panel.options.keep.set('draft', 'words')
    expect(ours()).to.deep.equal([])
  })

  it('taken back brings nobody back in a new tab, whether they have logged out or not', async () => {
    const nobody = async () => {
      const next = tab()
      await next.open()
      // As long as it takes the tabs to tell each other what they know.
      await new Promise((done) => setTimeout(done, 100))
      const { keep } = (standInPanels.at(-1) as StandInPanel).options
      return [next.getState().identity, keep.get('draft'), ...ours()]
    }
    const [one, two] = [tab({ consent: false }), tab({ consent: false })]
    await one.identify(tokenOf('ada'))
    ;(await panelOf(one)).options.keep.set('draft', 'words of Ada')
    await two.open()
    one.setConsent(false)
    await waitUntil(() => heard.length === 2)
    expect(two.getState().customerId).to.equal('cus_ada')
    expect(await nobody()).to.deep.equal(['none', null])
    await one.logout()
    expect(await nobody()).to.deep.equal(['none', null])
    expect([one, two].map((waypost) => waypost.getState().identity)).to.deep.equal(['none', 'none'])
  })

  it('does not bring back who has logged out before it', async () => {
    await earlierVisit((waypost) => waypost.identify(tokenOf('ada')))
    const waypost = tab()
    await waypost.logout()
    waypost.setConsent(true)
    expect(waypost.getState().identity).to.equal('none')
    expect(ours()).to.deep.equal([])
  })

  it('holds where storage is refused', async () => {
    const real = Object.getOwnPropertyDescriptor(window, 'localStorage') as PropertyDescriptor
    Object.defineProperty(window, 'localStorage', {
      configurable: true,
      get() {
        throw new DOMException('', 'SecurityError')
      },
    })
    try {
      const waypost = tab()
      const panel = await panelOf(waypost)
      panel.options.keep.set('draft', 'words')
      waypost.setConsent(true)
      waypost.setConsent(false)
      waypost.setConsent(true)
      expect(panel.options.keep.get('draft')).to.equal('words')
    } finally {
      Object.defineProperty(window, 'localStorage', real)
    }
  })
})
