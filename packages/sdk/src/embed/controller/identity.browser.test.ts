import { expect, waitUntil } from '@open-wc/testing'
import { browserTabs } from '../../testing/browser-tabs.test.kit.js'
import { type StandInPanel, standInPanels } from '../../testing/stand-in-panel.test.kit.js'
import {
  type SeenCall,
  type StandInAnswer,
  standInServer,
  tokenOf,
} from '../../testing/stand-in-server.test.kit.js'
import type { Waypost } from '../waypost.js'

/** A tab of this browser with the widget on its page. */
const tab = browserTabs()
let server: ReturnType<typeof standInServer>

/** The server as it answers from now on. */
function answers(answer: (call: SeenCall) => StandInAnswer | undefined) {
  server.leave()
  server = standInServer(answer)
}

async function panelOf(waypost: Waypost): Promise<StandInPanel> {
  await waypost.open()
  return standInPanels.at(-1) as StandInPanel
}

const keptToken = () => JSON.parse(localStorage.getItem('waypost:test:session') ?? 'null')?.token
const ours = () => Object.keys(localStorage).filter((key) => key.startsWith('waypost:'))
const ticket = { subject: 'Cannot sign in', message: 'Since today' }

beforeEach(() => {
  server = standInServer()
})

afterEach(() => server.leave())

describe('who is here', () => {
  it('is nobody at first, and a visitor with the first ticket', async () => {
    const waypost = tab()
    await waypost.client.search('fee')
    expect(waypost.getState().identity).to.equal('none')
    await waypost.client.tickets.create(ticket)
    expect(waypost.getState()).to.include({ identity: 'anonymous', customerId: null })
    expect(server.spoken()).to.deep.equal([
      'GET /v1/search nobody',
      'POST /v1/sessions nobody',
      'POST /v1/tickets wps_1',
    ])
  })

  it('is the customer whom an identity token names', async () => {
    const waypost = tab()
    const changes: unknown[] = []
    waypost.on('identity:changed', (change) => changes.push(change))
    await waypost.identify(tokenOf('ada'))
    expect(waypost.getState()).to.include({ identity: 'signed', customerId: 'cus_ada' })
    expect(changes).to.deep.equal([{ customerId: 'cus_ada' }])
    const panel = await panelOf(waypost)
    expect(await panel.options.customer?.()).to.deep.include({ id: 'cus_ada', name: 'ada' })
  })

  it('is asked of the host when a session is needed, and the call waits for it', async () => {
    const waypost = tab()
    let asked = 0
    await waypost.identify(async () => {
      asked++
      return tokenOf('ada')
    })
    expect(asked).to.equal(0)
    await waypost.client.tickets.list()
    expect(asked).to.equal(1)
    expect(server.spoken()).to.deep.equal(['POST /v1/sessions nobody', 'GET /v1/tickets wps_1'])
  })

  it('is asked again when the session has ended', async () => {
    let ended = false
    answers(({ token }) =>
      ended && token === 'wps_1' ? { status: 401, body: { code: 'session_expired' } } : undefined,
    )
    const waypost = tab()
    await waypost.identify(() => tokenOf('ada'))
    await waypost.client.tickets.list()
    ended = true
    await waypost.client.tickets.list()
    expect(server.spoken().slice(-3)).to.deep.equal([
      'GET /v1/tickets wps_1',
      'POST /v1/sessions nobody',
      'GET /v1/tickets wps_2',
    ])
    expect(waypost.getState().customerId).to.equal('cus_ada')
  })

  it('is remembered on the next page', async () => {
    const waypost = tab()
    await waypost.identify(tokenOf('ada'))
    waypost.destroy()
    const next = tab()
    await next.client.tickets.list()
    expect(server.spoken().at(-1)).to.equal('GET /v1/tickets wps_1')
    expect(next.getState().customerId).to.equal('cus_ada')
  })

  it('is not told what belongs to the one before', async () => {
    const waypost = tab()
    await waypost.identify(tokenOf('ada'))
    const panel = await panelOf(waypost)
    panel.options.keep.set('draft', 'words of Ada')
    let answer = (_: { body: unknown }) => {}
    answers(({ path }) =>
      path === '/v1/tickets' ? new Promise((resolve) => (answer = resolve)) : undefined,
    )
    const late = waypost.client.tickets.list().catch((error) => error.code)
    await waitUntil(() => server.calls.length > 0)
    await waypost.identify(tokenOf('bob'))
    answer({ body: { items: ['a ticket of Ada'] } })
    expect(await late).to.equal('aborted')
    expect(panel.told).to.deep.include(['reset'])
    expect(panel.options.keep.get('draft')).to.equal(null)
    expect(waypost.getState().customerId).to.equal('cus_bob')
  })

  it('is nobody while the host says who comes after the one who is kept', async () => {
    const before = tab()
    await before.identify(tokenOf('ada'))
    ;(await panelOf(before)).options.keep.set('draft', 'words of Ada')
    before.destroy()

    const waypost = tab()
    let say = (_: string) => {}
    await waypost.identify(() => new Promise((resolve) => (say = resolve)))
    const panel = await panelOf(waypost)
    const list = waypost.client.tickets.list()
    expect(waypost.getState()).to.include({ identity: 'none', customerId: null })
    expect(panel.options.keep.get('draft')).to.equal(null)
    panel.options.keep.set('draft', 'words of Bob')
    say(tokenOf('bob'))
    await list
    expect(server.spoken().at(-1)).to.equal('GET /v1/tickets wps_2')
    expect(panel.options.keep.get('draft')).to.equal('words of Bob')
  })

  it('is not who another server knows', async () => {
    const before = tab()
    await before.identify(tokenOf('ada'))
    before.destroy()
    localStorage.setItem(
      'waypost:test:session',
      String(localStorage.getItem('waypost:test:session')).replace('"of":""', '"of":"https://a"'),
    )
    const waypost = tab()
    await waypost.client.search('fee')
    expect(server.spoken().at(-1)).to.equal('GET /v1/search nobody')
  })

  it('stays the same person, drafts and view and all, when the host says so again', async () => {
    const waypost = tab()
    await waypost.identify(tokenOf('ada'))
    const panel = await panelOf(waypost)
    panel.options.keep.set('draft', 'words of Ada')
    await waypost.identify(tokenOf('ada'))
    expect(panel.told).to.deep.equal([['open', undefined]])
    expect(panel.options.keep.get('draft')).to.equal('words of Ada')
  })

  it('goes on with their words when a visitor gets a name', async () => {
    const waypost = tab()
    const panel = await panelOf(waypost)
    panel.options.keep.set('draft', 'words of a visitor')
    await waypost.identify(tokenOf('ada'))
    expect(panel.options.keep.get('draft')).to.equal('words of a visitor')
    expect(ours().filter((key) => key.includes('anonymous'))).to.deep.equal([])
  })

  it('takes along what a visitor has learnt, and nothing of somebody with a name', async () => {
    const waypost = tab()
    await waypost.client.tickets.create(ticket)
    await waypost.identify(tokenOf('ada'))
    await waypost.identify(tokenOf('eve'))
    const begun = server.calls.filter(({ path }) => path === '/v1/sessions')
    const taken = begun.map(({ body }) => (body as { visitorToken?: string }).visitorToken)
    expect(taken).to.deep.equal([undefined, 'wps_1', undefined])
  })

  it('is told to be nobody when the server does not know the token', async () => {
    answers(({ path }) =>
      path === '/v1/sessions'
        ? { status: 401, body: { code: 'identity_token_invalid' } }
        : undefined,
    )
    const waypost = tab()
    const errors: string[] = []
    waypost.on('error', ({ code }) => errors.push(code))
    const failed = await waypost.identify(tokenOf('mallory')).catch((error) => error.code)
    expect(failed).to.equal('identity_token_invalid')
    expect(errors).to.deep.equal(['identity_token_invalid'])
    expect(waypost.getState().identity).to.equal('none')
  })

  it('is told to the host as failed, with the reason, when identified and when renewed', async () => {
    let isKnown = true
    const refused = { code: 'identity_token_invalid', detail: 'The claim aud was not accepted.' }
    answers(({ method, path, token }) =>
      path === '/v1/sessions' && method === 'POST' && !isKnown
        ? { status: 401, body: refused }
        : token === 'wps_1'
          ? { status: 401, body: { code: 'session_expired' } }
          : undefined,
    )
    const waypost = tab()
    const failures: unknown[] = []
    waypost.on('identity:failed', (failure) => failures.push(failure))
    let token: () => string | Promise<string> = () => tokenOf('ada')
    await waypost.identify(() => token())
    expect(failures).to.deep.equal([])
    isKnown = false
    await waypost.client.tickets.list().catch(() => {})
    expect(failures).to.deep.equal([refused])
    await waypost.identify(tokenOf('mallory')).catch(() => {})
    expect(failures).to.deep.equal([refused, refused])
    token = () => Promise.reject(new TypeError('Failed to fetch'))
    await waypost.identify(() => token())
    await waypost.client.search('fee')
    expect(failures.slice(2)).to.deep.equal([
      {
        code: 'identity_token_invalid',
        detail: 'The host gave no identity token: Failed to fetch',
      },
    ])
  })

  it('is told once where the host has nothing to say when the session has ended', async () => {
    answers(({ path, token }) =>
      path === '/v1/tickets' && token === 'wps_1'
        ? { status: 401, body: { code: 'session_expired' } }
        : undefined,
    )
    const waypost = tab()
    const failures: { detail: string }[] = []
    waypost.on('identity:failed', (failure) => failures.push(failure))
    let token = tokenOf('ada')
    await waypost.identify(() => token)
    await waypost.client.search('fee')
    token = ''
    await waypost.client.tickets.list().catch(() => {})
    expect(failures.map(({ detail }) => detail)).to.deep.equal([
      'The host gave no identity token: what came is no text',
    ])
  })

  it('sees why there are no requests where the server does not know the token', async () => {
    let isKnown = false
    answers(({ path, token }) =>
      path === '/v1/sessions' && !isKnown
        ? { status: 401, body: { code: 'identity_token_invalid' } }
        : path === '/v1/tickets' && !token
          ? { status: 401, body: { code: 'unauthenticated' } }
          : undefined,
    )
    const waypost = tab()
    const list = () =>
      waypost.client.tickets.list().then(
        () => 'listed',
        (error) => error.code,
      )
    await waypost.identify(tokenOf('mallory')).catch(() => {})
    expect(await list()).to.equal('identity_token_invalid')
    await waypost.logout()
    expect(await list()).to.equal('unauthenticated')
    await waypost.identify(tokenOf('mallory')).catch(() => {})
    isKnown = true
    await waypost.identify(tokenOf('ada'))
    expect(await list()).to.equal('listed')
  })

  it('is not the one who is kept when the host cannot say who it is', async () => {
    const before = tab()
    await before.identify(tokenOf('ada'))
    before.destroy()
    const waypost = tab()
    await waypost.identify(() => Promise.reject(new TypeError('Failed to fetch')))
    await waypost.client.search('fee')
    expect(server.spoken().at(-1)).to.equal('GET /v1/search nobody')
    expect(waypost.getState().customerId).to.equal(null)
  })

  it('is kept until the tab closes, or nowhere, where the host wants it so', async () => {
    const session = tab({ storage: 'session' })
    await session.identify(tokenOf('ada'))
    expect([ours().length, sessionStorage.length]).to.deep.equal([0, 1])
    const none = tab({ storage: 'none', site: 'other' })
    await none.identify(tokenOf('ada'))
    expect([ours().length, sessionStorage.length]).to.deep.equal([0, 1])
    expect(none.getState().customerId).to.equal('cus_ada')
  })

  for (const [what, refused] of Object.entries({
    refuses: ['getItem', 'setItem', 'removeItem', 'key'],
    'has no room': ['setItem'],
  })) {
    it(`is kept in memory where the browser ${what}`, async () => {
      const real = { ...Object.getOwnPropertyDescriptors(Storage.prototype) }
      for (const name of refused) {
        Object.defineProperty(Storage.prototype, name, {
          configurable: true,
          value: () => {
            throw new DOMException('', 'SecurityError')
          },
        })
      }
      try {
        const waypost = tab()
        const panel = await panelOf(waypost)
        panel.options.keep.set('draft', 'words')
        await waypost.client.tickets.create(ticket)
        await waypost.client.tickets.list()
        expect(panel.options.keep.get('draft')).to.equal('words')
        expect(server.spoken()).to.include('GET /v1/tickets wps_1')
        await waypost.logout()
        expect(panel.options.keep.get('draft')).to.equal(null)
      } finally {
        Object.defineProperties(Storage.prototype, real)
      }
      expect(ours()).to.deep.equal([])
    })
  }
})

describe('logout', () => {
  it('leaves nothing in memory, in storage or on the server', async () => {
    const waypost = tab()
    await waypost.identify(() => tokenOf('ada'))
    const panel = await panelOf(waypost)
    await waypost.client.tickets.list()
    panel.options.keep.set('draft', 'words of Ada')
    await waypost.logout()
    expect(ours()).to.deep.equal([])
    expect(panel.told.at(-1)).to.deep.equal(['reset'])
    expect(panel.options.keep.get('draft')).to.equal(null)
    expect(waypost.getState()).to.include({ identity: 'none', customerId: null })
    expect(server.spoken().at(-1)).to.equal('DELETE /v1/sessions/current wps_1')
    await waypost.client.tickets.create(ticket)
    expect(waypost.getState().identity).to.equal('anonymous')
  })

  it('tells the host that a visitor without a name has gone, and says so once', async () => {
    const waypost = tab()
    const changes: unknown[] = []
    waypost.on('identity:changed', (change) => changes.push(change))
    await waypost.client.tickets.create(ticket)
    expect(changes).to.deep.equal([])
    await waypost.logout()
    await waypost.logout()
    expect(changes).to.deep.equal([{ customerId: null }])
  })

  it('stops what is on its way: a call, and an identify', async () => {
    const waypost = tab()
    await waypost.identify(tokenOf('ada'))
    answers(({ path, method }) =>
      path === '/v1/tickets' || (path === '/v1/sessions' && method === 'POST')
        ? new Promise((resolve) =>
            setTimeout(resolve, 50, { body: { token: 'wps_late', customer: null } }),
          )
        : undefined,
    )
    const stopped = [waypost.client.tickets.list(), waypost.identify(tokenOf('bob'))].map((call) =>
      call.then(
        () => 'done',
        (error) => error.code,
      ),
    )
    await waitUntil(() => server.calls.length > 0)
    await waypost.logout()
    expect(await Promise.all(stopped)).to.deep.equal(['aborted', 'aborted'])
    expect(ours()).to.deep.equal([])
    expect(waypost.getState().identity).to.equal('none')
  })

  it('does not wait for a server that does not answer', async () => {
    const waypost = tab()
    await waypost.identify(tokenOf('ada'))
    answers(({ method }) => (method === 'DELETE' ? new Promise(() => {}) : undefined))
    await waypost.logout()
    expect(ours()).to.deep.equal([])
  })

  it('has reached every other tab when it resolves', async () => {
    const [one, two] = [tab(), tab()]
    await one.identify(tokenOf('ada'))
    await two.client.tickets.list()
    const panel = await panelOf(two)
    panel.options.keep.set('draft', 'words of Ada')
    expect(two.getState().customerId).to.equal('cus_ada')
    await one.logout()
    expect(two.getState()).to.include({ identity: 'none', customerId: null })
    expect(panel.told.at(-1)).to.deep.equal(['reset'])
    expect(ours()).to.deep.equal([])
    expect(server.spoken().filter((line) => line.startsWith('DELETE'))).to.have.length(1)
  })

  it('has reached a tab with a session of its own, which ends as well', async () => {
    const [one, two] = [tab({ storage: 'none' }), tab({ storage: 'none' })]
    await one.identify(tokenOf('ada'))
    await two.identify(tokenOf('ada'))
    await one.logout()
    expect(two.getState().identity).to.equal('none')
    await waitUntil(() => server.spoken().includes('DELETE /v1/sessions/current wps_2'))
  })

  it('reaches a tab by its storage where there is no channel', async () => {
    const RealChannel = globalThis.BroadcastChannel
    globalThis.BroadcastChannel = class {
      constructor() {
        throw new DOMException('', 'SecurityError')
      }
    } as never
    try {
      const [one, two] = [tab(), tab()]
      await one.identify(tokenOf('ada'))
      await two.client.tickets.list()
      await one.logout()
      // Browsers tell other pages only; here both stand on one.
      dispatchEvent(new StorageEvent('storage', { key: 'waypost:test:session' }))
      expect(two.getState().identity).to.equal('none')
    } finally {
      globalThis.BroadcastChannel = RealChannel
    }
  })

  it('holds for a page that comes back from where the browser kept it', async () => {
    const waypost = tab()
    await waypost.identify(tokenOf('ada'))
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))
    localStorage.clear()
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
    expect(waypost.getState().identity).to.equal('none')
  })

  it('is taken to have been, by a page that comes back and kept nothing that could tell', async () => {
    const waypost = tab({ storage: 'none' })
    await waypost.identify(tokenOf('ada'))
    const panel = await panelOf(waypost)
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
    expect(waypost.getState().identity).to.equal('none')
    expect(panel.told.at(-1)).to.deep.equal(['reset'])
  })

  it('of one site leaves the other alone', async () => {
    const [one, two] = [tab(), tab({ site: 'other' })]
    await one.identify(tokenOf('ada'))
    await two.identify(tokenOf('ada'))
    await one.logout()
    expect(two.getState().customerId).to.equal('cus_ada')
    expect(keptToken()).to.equal(undefined)
    expect(ours()).to.deep.equal(['waypost:other:session'])
  })

  it('as the end of the session is the same', async () => {
    const waypost = tab()
    await waypost.identify(tokenOf('ada'))
    await waypost.client.session.end()
    expect(ours()).to.deep.equal([])
    expect(waypost.getState().identity).to.equal('none')
  })
})

describe('a person in two tabs', () => {
  it('is another in both when the host says so in one', async () => {
    const [one, two] = [tab(), tab()]
    await one.identify(tokenOf('ada'))
    await two.client.tickets.list()
    const panel = await panelOf(two)
    await one.identify(tokenOf('bob'))
    await two.client.tickets.list()
    expect(server.spoken().at(-1)).to.equal('GET /v1/tickets wps_2')
    expect(two.getState().customerId).to.equal('cus_bob')
    expect(panel.told.at(-1)).to.deep.equal(['reset'])
  })

  it('shares the session that one of them started', async () => {
    const [one, two] = [tab(), tab()]
    await two.client.search('fee')
    await one.client.tickets.create(ticket)
    await two.client.tickets.create(ticket)
    expect(server.spoken().filter((line) => line.includes('sessions'))).to.have.length(1)
  })
})
