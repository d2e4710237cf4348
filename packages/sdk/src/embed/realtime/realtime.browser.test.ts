import { expect, waitUntil } from '@open-wc/testing'
import { resetMouse, sendMouse } from '@web/test-runner-commands'
import type { Realtime } from '../../contract/realtime.js'
import { browserTabs } from '../../testing/browser-tabs.test.kit.js'
import { type StandInPanel, standInPanels } from '../../testing/stand-in-panel.test.kit.js'
import { standInServer, tokenOf } from '../../testing/stand-in-server.test.kit.js'
import type { Waypost } from '../waypost.js'

const tab = browserTabs()
const { random } = Math
const replied = { kind: 'ticket.replied', ticketId: 'tic_1', messageId: 'msg_1', author: 'agent' }

let server: ReturnType<typeof standInServer>
let unread: number

const open = () => server.streams.filter(({ isOpen }) => isOpen)

/** What the panel of a tab would hear by. */
async function realtimeOf(waypost: Waypost): Promise<Realtime> {
  await waypost.open()
  const panel = standInPanels.at(-1) as StandInPanel
  return (await panel.options.realtime?.()) as Realtime
}

/** Somebody with a session, who looks at something in a tab. */
async function looks(options = {}) {
  const waypost = tab(options)
  if (!(await waypost.client.session.has())) await waypost.client.session.start()
  const realtime = await realtimeOf(waypost)
  const heard: string[] = []
  const stop = realtime.listen(({ kind }) => heard.push(kind))
  return { waypost, realtime, heard, stop }
}

describe('what happens', () => {
  beforeEach(() => {
    unread = 0
    server = standInServer(({ path, method }) => {
      if (path === '/v1/live') return { body: { unread } }
      const isOver = server.isGone && path === '/v1/tickets' && method === 'POST'
      return isOver ? { status: 503, body: { code: 'unavailable' }, retryAfter: 3600 } : undefined
    })
  })
  afterEach(() => {
    server.leave()
    Math.random = random
  })

  it('is heard by nobody who does not look, and asks for nothing', async () => {
    const waypost = tab()
    await waypost.client.session.start()
    await waypost.open()
    await realtimeOf(waypost)
    await new Promise((done) => setTimeout(done, 100))
    expect(server.streams).to.deep.equal([])
  })

  it('comes to two tabs by one stream, to the hosts of both, and counts what is unread', async () => {
    const [one, two] = [await looks(), await looks()]
    const told: string[] = []
    for (const [name, { waypost }] of Object.entries({ one, two })) {
      waypost.on('ticket:replied', ({ author, messageId }) =>
        told.push(`${name} ${author} ${messageId}`),
      )
    }
    await waitUntil(() => open().length === 1)
    await waitUntil(() => one.realtime.isLive && two.realtime.isLive)
    unread = 1
    open()[0]?.say(7, replied)
    await waitUntil(() => one.heard.length + two.heard.length === 2)
    expect([one.heard, two.heard]).to.deep.equal([['ticket.replied'], ['ticket.replied']])
    expect(told.sort()).to.deep.equal(['one agent msg_1', 'two agent msg_1'])
    await waitUntil(() => [one, two].every(({ waypost }) => waypost.getState().unread === 1))
    expect(server.streams).to.have.length(1)
  })

  it('goes on in the other tab after the last number, when the first one leaves', async () => {
    const [one, two] = [await looks(), await looks()]
    await waitUntil(() => open().length === 1 && two.realtime.isLive)
    open()[0]?.say(7, replied)
    await waitUntil(() => two.heard.length === 1)
    const { streams } = server
    one.waypost.destroy()
    await waitUntil(() => streams.length === 2)
    expect([streams[0]?.isOpen, streams[1]?.after]).to.deep.equal([false, '7'])
    streams[1]?.say(8, replied)
    await waitUntil(() => two.heard.length === 2)
    expect(one.heard).to.have.length(1)
  })

  it('stays live where a tab that wakes late says that its own stream is over', async () => {
    const { realtime } = await looks()
    await waitUntil(() => realtime.isLive)
    const late = new BroadcastChannel('waypost:test:')
    late.postMessage({ kind: 'news', from: 'late', news: { isLive: false } })
    await new Promise((done) => setTimeout(done, 50))
    late.close()
    expect(realtime.isLive).to.equal(true)
  })

  it('is over when nobody looks any more', async () => {
    const { stop } = await looks()
    await waitUntil(() => open().length === 1)
    stop()
    await waitUntil(() => open().length === 0)
  })

  it('is heard for a day where somebody waits for an answer, and no longer than until it comes', async () => {
    const { waypost, stop } = await looks()
    const panel = standInPanels.at(-1) as StandInPanel
    panel.options.emit('ticket:opened', { ticketId: 'tic_1', reference: 'WP-1' })
    await waitUntil(() => localStorage.getItem('waypost:test:awaited'))
    stop()
    await new Promise((done) => setTimeout(done, 50))
    expect(open()).to.have.length(1)
    open()[0]?.say(7, replied)
    await waitUntil(() => localStorage.getItem('waypost:test:awaited') === null)
    expect(waypost.getState().isOpen).to.equal(true)
  })

  it('is heard of one ticket by whoever has no session but its token', async () => {
    const before = tab()
    await before.client.tickets.create({ subject: 'One', message: 'First' })
    await before.client.tickets.create({ subject: 'Two', message: 'Second' })
    before.destroy()
    localStorage.removeItem('waypost:test:session')
    const realtime = await realtimeOf(tab())
    const heard: string[] = []
    const stop = realtime.listen(({ kind }) => heard.push(kind), { ticketId: 'tic_1' })
    await waitUntil(() => realtime.isLive)
    expect(open().map(({ token }) => token)).to.deep.equal(['wpt_1'])
    open()[0]?.say(7, replied)
    await waitUntil(() => heard.length === 1)
    stop()
    realtime.listen(() => {}, { ticketId: 'tic_2' })
    await waitUntil(() => open()[0]?.token === 'wpt_2')
    expect(open().map(({ after }) => after)).to.deep.equal([null])
    await waitUntil(() => realtime.isLive)
    realtime.listen(() => {})
    expect(realtime.isLive, 'of the others nothing is heard').to.equal(false)
  })

  it('is read again when a server that was gone is back', async () => {
    Math.random = () => 0
    const { heard } = await looks()
    await waitUntil(() => open().length === 1)
    server.isGone = true
    open()[0]?.end()
    await waitUntil(() => server.refused === 1)
    server.isGone = false
    await waitUntil(() => open().length === 1, 'comes back', { timeout: 4_000 })
    await waitUntil(() => heard.length === 1)
    expect(heard).to.deep.equal(['reset'])
  })

  it('has what waits for a server sent when it is back, however long it would have waited', async () => {
    Math.random = () => 0
    const { waypost } = await looks()
    await waitUntil(() => open().length === 1)
    server.isGone = true
    open()[0]?.end()
    const panel = standInPanels.at(-1) as StandInPanel
    const outbox = await panel.options.outbox()
    const body = { subject: 'Interest', message: 'Since today' }
    await outbox.add({ kind: 'ticket', key: 'a-ticket-that-waits', body })
    await waitUntil(() => outbox.list()[0]?.why?.code === 'unavailable')
    let opened = ''
    waypost.on('ticket:opened', ({ ticketId }) => (opened = ticketId))
    server.isGone = false
    await waitUntil(() => opened === 'tic_1', 'is sent', { timeout: 4_000 })
  })

  it('ends in every tab when somebody logs out in one', async () => {
    const [one, two] = [await looks(), await looks()]
    await waitUntil(() => open().length === 1 && two.realtime.isLive)
    await two.waypost.logout()
    await waitUntil(() => open().length === 0)
    await waitUntil(() => !one.realtime.isLive && !two.realtime.isLive)
    expect(server.streams).to.have.length(1)
  })

  it('ends without an error on the page when somebody logs out as their server is asked', async () => {
    const { waypost } = await looks()
    await waitUntil(() => open().length === 1)
    const errors: unknown[] = []
    const hear = ({ reason }: PromiseRejectionEvent) => errors.push(reason)
    addEventListener('unhandledrejection', hear)
    let answer = (_: string) => {}
    waypost.identify(() => new Promise((done) => (answer = done))).catch(() => {})
    // It asks again who is here.
    dispatchEvent(new Event('focus'))
    await new Promise((done) => setTimeout(done, 50))
    await waypost.logout()
    answer(tokenOf('ada'))
    await new Promise((done) => setTimeout(done, 50))
    removeEventListener('unhandledrejection', hear)
    expect(errors).to.deep.equal([])
  })

  it('is that of the next person, from the beginning', async () => {
    const { waypost, heard } = await looks()
    await waitUntil(() => open().length === 1)
    open()[0]?.say(7, replied)
    await waitUntil(() => heard.length === 1)
    await waypost.identify(tokenOf('ada'))
    await waitUntil(() => open().length === 1 && open()[0]?.token === 'wps_2')
    expect(open()[0]?.after).to.equal(null)
  })

  it('is heard, literally, where the host wants it, by one tab, when somebody has used the page', async () => {
    const { AudioContext: Real } = globalThis
    const made: AudioContext[] = []
    globalThis.AudioContext = class extends Real {
      constructor() {
        super()
        made.push(this)
      }
    }
    await sendMouse({ type: 'click', position: [5, 5] })
    const [one, two] = [await looks({ sound: true }), await looks({ sound: true })]
    const silent = await looks({ sound: false })
    await waitUntil(() => [one, two, silent].every(({ realtime }) => realtime.isLive))
    const own = { ...replied, author: 'requester' }
    open()[0]?.say(7, own)
    open()[0]?.say(8, replied)
    await waitUntil(() => made.length > 0)
    await waitUntil(() => made[0]?.state === 'closed')
    globalThis.AudioContext = Real
    await resetMouse()
    expect(made).to.have.length(1)
  })

  describe('out of sight', () => {
    const { Notification: Real } = globalThis
    let shown: { title: string; body: string; isClosed: boolean; press(): void }[]
    let isHidden: boolean

    beforeEach(() => {
      shown = []
      isHidden = false
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => isHidden })
      // The browser's edge: what it would show, after its person has allowed it.
      globalThis.Notification = class {
        static permission = 'default'
        static async requestPermission() {
          this.permission = 'granted'
        }
        onclick = () => {}
        #one: (typeof shown)[number]
        constructor(title: string, { body = '' }: NotificationOptions) {
          this.#one = { title, body, isClosed: false, press: () => this.onclick() }
          shown.push(this.#one)
        }
        close() {
          this.#one.isClosed = true
        }
      } as never
    })
    afterEach(() => {
      globalThis.Notification = Real
      Reflect.deleteProperty(document, 'hidden')
    })

    /** Two tabs of somebody who waits for an answer and wants to be told of it. */
    async function waits() {
      server.leave()
      server = standInServer(({ path }) =>
        path === '/v1/tickets/tic_1' ? { body: { subject: 'A lamp' } } : undefined,
      )
      const tabs = [await looks(), await looks()]
      const panel = standInPanels.at(-1) as StandInPanel
      const notices = await tabs[0]?.realtime.notices()
      await waitUntil(() => tabs.every(({ realtime }) => realtime.isLive))
      return { tabs, notices, panel }
    }

    it('is told by one notification for all tabs, which opens the request, and goes with the person', async () => {
      const { tabs, notices, panel } = await waits()
      expect([notices?.state, localStorage.getItem('waypost:test:notices')]).to.deep.equal([
        'off',
        null,
      ])
      expect(await notices?.turn(true, 'tic_1')).to.equal('on')
      isHidden = true
      open()[0]?.say(7, replied)
      await waitUntil(() => shown.length > 0)
      const [first] = shown
      expect([first?.title, first?.body]).to.deep.equal(['A reply for you', 'A lamp'])
      first?.press()
      const opened = JSON.stringify(['open', { view: 'ticket', ticketId: 'tic_1' }])
      await waitUntil(() =>
        standInPanels.some(({ told }) => told.some((it) => JSON.stringify(it) === opened)),
      )
      panel.options.emit('ticket:replied', {
        ticketId: 'tic_1',
        messageId: 'm',
        author: 'requester',
      })
      await waitUntil(() => localStorage.getItem('waypost:test:awaited'))
      open()[0]?.say(8, replied)
      await waitUntil(() => shown.length === 2)
      expect(shown[1]?.isClosed).to.equal(false)
      await tabs[0]?.waypost.logout()
      await waitUntil(() => shown[1]?.isClosed)
      expect(notices?.state).to.equal('off')
    })

    it('is told to nobody who logged out while the browser asked them', async () => {
      const { tabs, notices } = await waits()
      let answer = (_: unknown) => {}
      Notification.requestPermission = async () => {
        await new Promise((done) => (answer = done))
        Object.assign(Notification, { permission: 'granted' })
        return 'granted'
      }
      const turned = notices?.turn(true, 'tic_1')
      await tabs[0]?.waypost.logout()
      answer(undefined)
      expect(await turned).to.equal('off')
      expect(Object.keys(localStorage)).to.deep.equal([])
    })

    it('is told to a visitor who gets a name, and to no other customer after them', async () => {
      const kept = () =>
        ['awaited', 'notices', 'tour'].filter((key) => localStorage.getItem(`waypost:test:${key}`))
      const { tabs, notices } = await waits()
      await notices?.turn(true, 'tic_1')
      await tabs[0]?.waypost.identify(tokenOf('ada'))
      expect(kept()).to.deep.equal(['awaited', 'notices'])
      await tabs[0]?.waypost.identify(tokenOf('bob'))
      expect([kept(), notices?.state]).to.deep.equal([[], 'off'])
      await notices?.turn(true, 'tic_2')
      localStorage.setItem('waypost:test:tour', '1')
      // On the next page, before anything has come that hears of replies.
      for (const { waypost } of tabs) waypost.destroy()
      const next = tab()
      await next.identify(tokenOf('bob'))
      expect(kept()).to.deep.equal(['awaited', 'notices', 'tour'])
      await next.identify(tokenOf('ada'))
      expect(kept()).to.deep.equal([])
    })

    it('is told to nobody after a customer whose session ended, if it is not them', async () => {
      const { tabs, notices } = await waits()
      await tabs[0]?.waypost.identify(tokenOf('ada'))
      await notices?.turn(true, 'tic_1')
      for (const { waypost } of tabs) waypost.destroy()
      const key = 'waypost:test:session'
      const session = JSON.parse(localStorage.getItem(key) ?? '')
      localStorage.setItem(key, JSON.stringify({ ...session, token: 'wps_9', customerId: null }))
      await tab().identify(tokenOf('bob'))
      expect(localStorage.getItem('waypost:test:notices')).to.equal(null)
    })

    it('is told to nobody who sees a tab, or has not asked for it', async () => {
      const { tabs, notices, panel } = await waits()
      await notices?.turn(true, 'tic_1')
      open()[0]?.say(7, replied)
      await waitUntil(() => tabs.every(({ heard }) => heard.length === 1))
      await notices?.turn(false, 'tic_1')
      panel.options.emit('ticket:opened', { ticketId: 'tic_1', reference: 'WP-1' })
      isHidden = true
      open()[0]?.say(8, replied)
      await waitUntil(() => tabs.every(({ heard }) => heard.length === 2))
      await new Promise((done) => setTimeout(done, 400))
      expect(shown).to.deep.equal([])
    })
  })

  it('is awaited by nobody who came while a ticket was on its way to what awaits it', async () => {
    const { waypost } = await looks()
    await waypost.identify(tokenOf('ada'))
    const key = 'waypost:test:session'
    waypost.on('ticket:opened', () => {
      const ada = JSON.parse(localStorage.getItem(key) ?? '')
      const bob = { ...ada, token: 'wps_9', customerId: 'cus_bob', subject: 'bob' }
      localStorage.setItem(key, JSON.stringify(bob))
      dispatchEvent(new StorageEvent('storage', { key, newValue: JSON.stringify(bob) }))
    })
    const panel = standInPanels.at(-1) as StandInPanel
    panel.options.emit('ticket:opened', { ticketId: 'tic_1', reference: 'WP-1' })
    await new Promise((done) => setTimeout(done, 50))
    expect(waypost.getState().customerId).to.equal('cus_bob')
    expect(localStorage.getItem('waypost:test:awaited')).to.equal(null)
  })

  it('comes by one stream once tabs may share what they keep, and by one each when they may no more', async () => {
    const tabs = [await looks({ consent: true }), await looks({ consent: true })]
    await waitUntil(() => open().length === 2)
    const told: string[] = []
    for (const { waypost } of tabs) {
      waypost.on('ticket:replied', ({ messageId }) => told.push(messageId))
    }
    tabs[0]?.waypost.setConsent(true)
    await waitUntil(() => open().length === 1)
    await waitUntil(() => tabs.every(({ realtime }) => realtime.isLive))
    open()[0]?.say(7, replied)
    await waitUntil(() => told.length > 1)
    await new Promise((done) => setTimeout(done, 50))
    expect([told.length, open().length]).to.deep.equal([2, 1])
    tabs[0]?.waypost.setConsent(false)
    await waitUntil(() => open().length === 2)
    await waitUntil(() => tabs.every(({ realtime }) => realtime.isLive))
  })

  it('comes to each tab by its own stream where tabs share no storage', async () => {
    await looks({ storage: 'none' })
    await looks({ storage: 'none' })
    await waitUntil(() => open().length === 2)
    expect(new Set(open().map(({ token }) => token)).size).to.equal(2)
  })
})
