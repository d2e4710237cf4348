import { expect, waitUntil } from '@open-wc/testing'
import { browserTabs } from '../../testing/browser-tabs.test.kit.js'
import { type StandInPanel, standInPanels } from '../../testing/stand-in-panel.test.kit.js'
import { tokenOf } from '../../testing/stand-in-server.test.kit.js'
import { ticketServer } from '../../testing/ticket-server.test.kit.js'
import type { Waypost } from '../waypost.js'

/** A tab of this browser with the widget on its page. */
const tab = browserTabs()
let server: ReturnType<typeof ticketServer>

const opens = (waypost: Waypost, subject: string) =>
  waypost.client.tickets.create({ subject, message: 'Since today', email: 'maya@studio.se' })
const sees = async (waypost: Waypost) =>
  (await waypost.client.tickets.list()).items.map(({ subject }) => subject)
const codeOf = (call: Promise<unknown>) => call.then(() => 'done').catch((error) => error.code)
const ours = () => Object.keys(localStorage).filter((key) => key.startsWith('waypost:'))
const kept = () => Object.values(localStorage).filter((text) => text.includes('wpt_'))

beforeEach(() => {
  server = ticketServer()
})

afterEach(() => server.leave())

describe('what somebody without a name has opened', () => {
  it('is listed, read, marked as read, replied to, solved and reopened after the session has ended', async () => {
    const before = tab()
    await opens(before, 'First')
    await opens(before, 'Second')
    before.destroy()
    server.refuses('wps_1')

    const waypost = tab()
    const { tickets, session } = waypost.client
    expect(await sees(waypost)).to.deep.equal(['Second', 'First'])
    expect(await session.has()).to.equal(true)
    expect((await tickets.get('tic_1')).subject).to.equal('First')
    await tickets.messages('tic_1')
    await tickets.markRead('tic_1', { messageId: 'msg_1' })
    await tickets.reply('tic_1', { message: 'Still there' })
    expect((await tickets.solve('tic_1')).status).to.equal('solved')
    expect((await tickets.reopen('tic_1')).status).to.equal('open')
    expect(server.spoken().slice(-6)).to.deep.equal([
      'GET /v1/tickets/tic_1 wpt_1',
      'GET /v1/tickets/tic_1/messages wpt_1',
      'PUT /v1/tickets/tic_1/read wpt_1',
      'POST /v1/tickets/tic_1/messages wpt_1',
      'POST /v1/tickets/tic_1/solve wpt_1',
      'POST /v1/tickets/tic_1/reopen wpt_1',
    ])
    expect(server.spoken().filter((line) => line.includes('POST /v1/sessions'))).to.have.length(1)
  })

  it('is not asked of the session again, once that was refused', async () => {
    const waypost = tab()
    await opens(waypost, 'First')
    server.refuses('wps_1')
    await sees(waypost)
    const asked = server.calls.length
    expect(await sees(waypost)).to.deep.equal(['First'])
    expect(server.spoken().slice(asked)).to.deep.equal(['GET /v1/tickets/tic_1 wpt_1'])
  })

  it('stands in one list with what the next session opens', async () => {
    const waypost = tab()
    await opens(waypost, 'First')
    server.refuses('wps_1')
    await opens(waypost, 'Second')
    await opens(waypost, 'Third')
    const asked = server.calls.length
    expect(await sees(waypost)).to.deep.equal(['Third', 'Second', 'First'])
    expect(server.spoken().slice(asked)).to.deep.equal([
      'GET /v1/tickets wps_2',
      'GET /v1/tickets/tic_1 wpt_1',
    ])
  })

  it('is there when the browser has lost the session alone', async () => {
    const before = tab()
    await opens(before, 'First')
    before.destroy()
    localStorage.removeItem('waypost:test:session')
    const waypost = tab()
    expect(await sees(waypost)).to.deep.equal(['First'])
    expect(waypost.getState()).to.include({ identity: 'none', customerId: null })
  })

  it('is gone without a word when its token opens it no more', async () => {
    const waypost = tab()
    await opens(waypost, 'First')
    await opens(waypost, 'Second')
    server.refuses('wps_1')
    server.refuses('wpt_2')
    expect(await sees(waypost)).to.deep.equal(['First'])
    expect(kept().join()).to.include('wpt_1').and.not.include('wpt_2')
  })

  it('is reached by the session where its token was refused', async () => {
    const waypost = tab()
    await opens(waypost, 'First')
    server.refuses('wpt_1')
    expect((await waypost.client.tickets.get('tic_1')).subject).to.equal('First')
    expect(kept()).to.deep.equal([])
    expect(await sees(waypost)).to.deep.equal(['First'])
  })

  it('is kept while the server cannot be reached', async () => {
    const waypost = tab()
    await opens(waypost, 'First')
    server.refuses('wps_1')
    await sees(waypost)
    server.isDown(true)
    const stop = new AbortController()
    const asked = server.calls.length
    const call = codeOf(waypost.client.tickets.list({ signal: stop.signal }))
    const isAsked = (said: string) => said.startsWith('GET /v1/tickets')
    await waitUntil(() => server.spoken().slice(asked).some(isAsked))
    stop.abort()
    expect(await call).to.equal('aborted')
    server.isDown(false)
    expect(await sees(waypost)).to.deep.equal(['First'])
  })

  it('is not kept where the host opened it without a session', async () => {
    const { tickets } = tab().client
    const ticket = { subject: 'Form', message: 'Text', email: 'maya@studio.se' }
    await tickets.create(ticket, { session: false })
    expect(kept()).to.deep.equal([])
  })

  it('is never shown to another server', async () => {
    const before = tab()
    await opens(before, 'First')
    before.destroy()
    const key = 'waypost:test:anonymous:tickets'
    const text = localStorage.getItem(key) ?? ''
    expect(text).to.include('"of":""')
    localStorage.setItem(key, text.replace('"of":""', '"of":"https://a"'))
    localStorage.removeItem('waypost:test:session')
    expect(await codeOf(tab().client.tickets.list())).to.equal('unauthenticated')
  })

  it('survives nonsense in the storage', async () => {
    const waypost = tab()
    await opens(waypost, 'First')
    server.refuses('wps_1')
    const key = 'waypost:test:anonymous:tickets'
    const found = JSON.parse(localStorage.getItem(key) ?? '')
    const nonsense = [null, 1, {}, { id: 'tic_9', createdAt: '', accessToken: 'wps_1' }]
    localStorage.setItem(
      key,
      JSON.stringify({ ...found, tickets: [...nonsense, ...found.tickets] }),
    )
    expect(await sees(waypost)).to.deep.equal(['First'])
    localStorage.setItem(key, '{"tickets":1,"of":""}')
    expect(await codeOf(waypost.client.tickets.list())).to.equal('unauthenticated')
  })

  it('is told to nobody: no event, no state, no address has its token', async () => {
    const waypost = tab()
    const told: unknown[] = []
    for (const name of ['ready', 'error', 'ticket:opened', 'identity:changed'] as const) {
      waypost.on(name, (payload) => told.push(payload))
    }
    console.warn = (...words) => told.push(words)
    await opens(waypost, 'First')
    server.refuses('wps_1')
    server.refuses('wpt_1')
    await codeOf(waypost.client.tickets.list())
    await codeOf(waypost.client.tickets.get('tic_1'))
    const all = [told, waypost.getState(), server.calls.map(({ path, query }) => [path, query])]
    expect(JSON.stringify(all)).to.not.include('wpt_')
  })

  it('works from memory where nothing may be kept', async () => {
    const waypost = tab({ storage: 'none' })
    await opens(waypost, 'First')
    server.refuses('wps_1')
    expect(await sees(waypost)).to.deep.equal(['First'])
    expect([ours(), sessionStorage.length]).to.deep.equal([[], 0])
    await waypost.logout()
    expect(await codeOf(waypost.client.tickets.list())).to.equal('unauthenticated')
  })

  it('is the same in two tabs', async () => {
    const [one, two] = [tab(), tab()]
    await opens(one, 'First')
    await opens(two, 'Second')
    server.refuses('wps_1')
    expect(await sees(two)).to.deep.equal(['Second', 'First'])
    expect(await sees(one)).to.deep.equal(['Second', 'First'])
  })
})

describe('after a logout', () => {
  it('nothing is left of it, in memory, in storage or in another tab', async () => {
    const [one, two] = [tab(), tab()]
    await opens(one, 'First')
    await opens(two, 'Second')
    server.refuses('wps_1')
    expect(await sees(two)).to.deep.equal(['Second', 'First'])
    await one.logout()
    expect(ours()).to.deep.equal([])
    for (const waypost of [one, two]) {
      expect(await codeOf(waypost.client.tickets.list())).to.equal('unauthenticated')
      expect(await waypost.client.session.has()).to.equal(false)
      expect(await codeOf(waypost.client.tickets.get('tic_1'))).to.equal('unauthenticated')
    }
    expect(server.spoken().filter((line) => line.endsWith('tic_1 wpt_1'))).to.have.length(1)
  })

  it('no ticket is kept whose answer was on its way, and no try is made with its token', async () => {
    const waypost = tab()
    await opens(waypost, 'First')
    server.isDown(true)
    const asked = server.calls.length
    const reply = codeOf(waypost.client.tickets.reply('tic_1', { message: 'Still there' }))
    const tries = () =>
      server
        .spoken()
        .slice(asked)
        .filter((line) => line.endsWith('wpt_1')).length
    await waitUntil(() => tries() > 0)
    await waypost.logout()
    const before = tries()
    server.isDown(false)
    expect(await reply).to.equal('aborted')
    expect(tries()).to.equal(before)
    expect(ours()).to.deep.equal([])
  })
})

describe('when they get a name', () => {
  it('it is claimed, forgotten here, and theirs in every browser', async () => {
    const waypost = tab()
    await opens(waypost, 'First')
    server.refuses('wps_1')
    await opens(waypost, 'Second')
    await waypost.identify(tokenOf('ada'))
    expect(await sees(waypost)).to.deep.equal(['Second', 'First'])
    expect(kept()).to.deep.equal([])
    expect(server.calls.filter(({ path }) => path === '/v1/ticket-claims')).to.have.length(1)

    const phone = tab({ site: 'phone' })
    await phone.identify(tokenOf('ada'))
    expect(await sees(phone)).to.deep.equal(['Second', 'First'])
  })

  it('it is shown by its token until the claim works', async () => {
    const waypost = tab()
    await opens(waypost, 'First')
    const real = globalThis.fetch
    globalThis.fetch = async (input, init) =>
      String(input).includes('ticket-claims')
        ? new Response('{"code":"internal_error"}', {
            status: 500,
            headers: { 'content-type': 'application/problem+json' },
          })
        : real(input, init)
    await waypost.identify(tokenOf('ada'))
    expect(await sees(waypost)).to.deep.equal(['First'])
    expect(ours().join()).to.not.include('anonymous')
    // Another person gets none of it, claimed or not.
    await waypost.identify(tokenOf('bob'))
    expect(await sees(waypost)).to.deep.equal([])
    expect(await codeOf(waypost.client.tickets.get('tic_1'))).to.equal('not_found')
    globalThis.fetch = real
    await waypost.identify(tokenOf('ada'))
    expect(await sees(waypost)).to.deep.equal(['First'])
    expect(kept()).to.deep.equal([])
  })

  it('another person gets nothing of it afterwards', async () => {
    const waypost = tab()
    await opens(waypost, 'First')
    await waypost.identify(tokenOf('ada'))
    await opens(waypost, 'As Ada')
    await waypost.identify(tokenOf('bob'))
    expect(await sees(waypost)).to.deep.equal([])
    expect(await codeOf(waypost.client.tickets.get('tic_1'))).to.equal('not_found')
    expect(kept()).to.deep.equal([])
  })

  for (const [person, found] of Object.entries({ bob: [], ada: ['Perhaps of Ada'] })) {
    it(`what was opened when the name of Ada had run out is ${person === 'ada' ? 'hers' : 'not of another'}`, async () => {
      const before = tab()
      await before.identify(tokenOf('ada'))
      before.destroy()
      server.refuses('wps_1')

      const waypost = tab()
      await opens(waypost, 'Perhaps of Ada')
      expect(waypost.getState().identity).to.equal('anonymous')
      expect(await sees(waypost)).to.deep.equal(['Perhaps of Ada'])
      await waypost.identify(tokenOf(person))
      expect(await sees(waypost)).to.deep.equal(found)
      expect(kept()).to.deep.equal([])
    })
  }

  it('the view of before is left, also where no session had shown it', async () => {
    const waypost = tab()
    await opens(waypost, 'First')
    localStorage.removeItem('waypost:test:session')
    await waypost.open()
    await sees(waypost)
    const panel = standInPanels.at(-1) as StandInPanel
    await waypost.identify(tokenOf('ada'))
    expect(panel.told.at(-1)).to.deep.equal(['reset'])
  })
})
