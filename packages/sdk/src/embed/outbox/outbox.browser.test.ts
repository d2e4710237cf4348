import { expect, waitUntil } from '@open-wc/testing'
import type { NewQueued, Sent } from '../../contract/outbox.js'
import type { NewTicket } from '../../contract/tickets.js'
import type { WidgetOptions } from '../../contract/widget-options.js'
import { browserTabs } from '../../testing/browser-tabs.test.kit.js'
import { isMarked } from '../../testing/kept-session.test.kit.js'
import { letterServer, network, problem } from '../../testing/letter-server.test.kit.js'
import { type StandInPanel, standInPanels } from '../../testing/stand-in-panel.test.kit.js'
import { type StandInAnswer, tokenOf } from '../../testing/stand-in-server.test.kit.js'
import type { Waypost } from '../waypost.js'

const tab = browserTabs()
let server: ReturnType<typeof letterServer>
let made = 0

const newKey = () => `a-key-of-this-test-${(made += 1)}`
const ticket = (subject: string): NewQueued => ({
  kind: 'ticket',
  key: newKey(),
  body: { subject, message: 'Since today' },
})
const message = (text: string, ticketId = 'tic_7'): NewQueued => ({
  kind: 'message',
  key: newKey(),
  ticketId,
  body: { message: text },
})
const vote = (helpful: boolean, rest: object = {}): NewQueued => ({
  kind: 'vote',
  key: newKey(),
  articleId: 'late-fees',
  locale: 'en',
  body: { helpful },
  ...rest,
})
const kept = () => Object.keys(localStorage).filter((key) => key.includes(':outbox:'))
const codeOf = (call: Promise<unknown>) => call.then(() => 'done').catch((error) => error.code)

/** Somebody with the panel open in a tab. */
async function writes(options: WidgetOptions = {}) {
  const waypost = tab(options)
  const told: string[] = []
  waypost.on('ticket:opened', ({ ticketId }) => told.push(`opened ${ticketId}`))
  waypost.on('ticket:replied', ({ messageId }) => told.push(`replied ${messageId}`))
  waypost.on('article:voted', ({ articleId }) => told.push(`voted ${articleId}`))
  await waypost.open()
  const panel = standInPanels.at(-1) as StandInPanel
  const outbox = await panel.options.outbox()
  const sent: Sent[] = []
  outbox.listen((one) => one && sent.push(one))
  const states = () => outbox.list().map(({ state, why }) => `${state} ${why?.code ?? ''}`.trim())
  return { waypost, outbox, told, sent, states }
}

/** The page is left, by whatever means, and nothing of it is asked. */
const leaves = ({ waypost }: { waypost: Waypost }) => waypost.destroy()

describe('the outbox', () => {
  beforeEach(() => {
    server = letterServer()
  })
  afterEach(() => server.leave())

  it('keeps a thing before it sends it, tells its answer to everybody, and forgets it then', async () => {
    const { outbox, told, sent } = await writes()
    let keptBefore = 0
    server.fault = ({ path }) => {
      if (path === '/v1/tickets') keptBefore = kept().length
      return undefined
    }
    await outbox.add(ticket('Interest'))
    await waitUntil(() => told.length === 1)
    expect([server.arrived, told, keptBefore]).to.deep.equal([
      ['ticket Interest'],
      ['opened tic_1'],
      1,
    ])
    expect(sent.map(({ kind }) => kind)).to.deep.equal(['ticket'])
    expect([outbox.list(), kept()]).to.deep.equal([[], []])
  })

  it('asks nobody without a network, and sends once it is back', async () => {
    const { outbox, states } = await writes()
    network(false)
    await outbox.add(ticket('Interest'))
    expect([states(), server.spoken()]).to.deep.equal([['waiting'], []])
    network(true)
    await waitUntil(() => kept().length === 0)
    expect(server.arrived).to.deep.equal(['ticket Interest'])
  })

  it('sends on another page what was written on one that has gone, with no panel there', async () => {
    const before = await writes()
    network(false)
    await before.outbox.add(ticket('Interest'))
    leaves(before)
    await waitUntil(isMarked, 'no mark', { timeout: 5000 })
    network(true)
    const panels = standInPanels.length
    const waypost = tab({ launcher: 'default' })
    const opened: string[] = []
    waypost.on('ticket:opened', ({ ticketId }) => opened.push(ticketId))
    await waitUntil(() => kept().length === 0)
    await waitUntil(() => opened.length === 1)
    expect([server.arrived, opened]).to.deep.equal([['ticket Interest'], ['tic_1']])
    expect(standInPanels).to.have.length(panels)
  })

  it('is found by the script of a page also where nobody has a session', async () => {
    network(false)
    const before = await writes()
    await before.outbox.add(ticket('Interest'))
    leaves(before)
    await waitUntil(isMarked, 'no mark', { timeout: 5000 })
    expect(localStorage.getItem('waypost:test:session')).to.equal('{}')
    network(true)
    tab({ launcher: 'default' })
    await waitUntil(() => server.arrived.length === 1)
    await waitUntil(() => kept().length === 0)
    expect(localStorage.getItem('waypost:test:session')).to.contain('wps_1')
  })

  it('does a thing once, whose answer was lost with the page', async () => {
    const before = await writes()
    server.fault = ({ path }) => (path === '/v1/tickets' ? 'lost' : undefined)
    await before.outbox.add(ticket('Interest'))
    await waitUntil(() => server.arrived.length === 1)
    leaves(before)
    server.fault = () => undefined
    const { sent } = await writes()
    await waitUntil(() => kept().length === 0)
    expect(server.arrived).to.deep.equal(['ticket Interest'])
    expect(sent.map(({ answer }) => answer.id)).to.deep.equal(['tic_1'])
  })

  it('finds a ticket again whose answer was lost, and adds what was changed since', async () => {
    const { outbox, sent } = await writes()
    const before = { subject: 'Interest', message: 'Why?' }
    server.fault = ({ path }) => (path === '/v1/tickets' ? 'lost' : undefined)
    await outbox.add({ kind: 'ticket', key: 'a-key-of-16-signs', body: before })
    await waitUntil(() => outbox.list()[0]?.tries === 1, 'is tried', { timeout: 8000 })
    await waitUntil(() => outbox.list()[0]?.state === 'waiting', 'waits', { timeout: 8000 })
    const taken = outbox.take('a-key-of-16-signs')
    expect([taken?.tries, taken?.body]).to.deep.equal([1, before])
    server.fault = () => undefined
    const body = { ...before, message: 'Why not?' }
    await outbox.add({ kind: 'ticket', key: 'a-key-of-16-signs', tried: [before], body })
    await waitUntil(() => kept().length === 0)
    expect(server.arrived).to.deep.equal(['ticket Interest', 'message tic_1 Why not?'])
    expect(sent.map(({ answer }) => answer.id)).to.deep.equal(['tic_1'])
  })

  it('adds each thing that was mended in a ticket whose answer was lost', async () => {
    const { outbox } = await writes()
    const key = 'a-key-of-16-signs'
    const tried: NewTicket[] = []
    async function sends(body: NewTicket) {
      await outbox.add({ kind: 'ticket', key, tried: [...tried], body })
      const isTried = () => kept().length === 0 || outbox.list()[0]?.why
      await waitUntil(isTried, 'is tried', { timeout: 8000 })
      outbox.take(key)
      tried.push(body)
    }
    server.fault = ({ path }) => (path === '/v1/tickets' ? 'lost' : undefined)
    const first = { subject: 'Interest', message: 'Why?', email: 'ada@exmaple.org' }
    const fields = { invoice: 7, paid: false }
    await sends({ ...first, attachmentIds: ['att_1'] })
    server.fault = () => undefined
    const mended = { ...first, email: 'ada@example.org', fields }
    await sends({ ...mended, attachmentIds: ['att_1', 'att_2'] })
    const last = { ...mended, subject: 'Late fees', message: 'Why not?' }
    await sends({ ...last, kind: 'complaint', fields: { ...fields, paid: true } })
    const replies = server.calls.filter(({ path }) => path.endsWith('/messages'))
    expect(replies.map(({ body }) => body)).to.deep.equal([
      { message: 'email: ada@example.org\ninvoice: 7\npaid: false', attachmentIds: ['att_2'] },
      {
        message:
          'Why not?\nsubject: Late fees\nemail: ada@example.org\nkind: complaint\ninvoice: 7\npaid: true',
      },
    ])
    expect(server.arrived).to.have.length(3)
  })

  it('sends the messages of a ticket in their order, and those of others meanwhile', async () => {
    const { outbox, states } = await writes()
    server.fault = ({ body }) =>
      (body as { message?: string })?.message === 'One'
        ? problem(429, 'rate_limited', {})
        : undefined
    await outbox.add(message('One'))
    await outbox.add(message('Two'))
    await outbox.add(message('Other', 'tic_8'))
    const isRefused = () => states().join() === 'waiting rate_limited,waiting'
    await waitUntil(isRefused, 'waits', { timeout: 8000 })
    expect([server.arrived, states()]).to.deep.equal([
      ['message tic_8 Other'],
      ['waiting rate_limited', 'waiting'],
    ])
    server.fault = () => undefined
    outbox.again(outbox.list()[1]?.key ?? '')
    await waitUntil(() => kept().length === 0)
    expect(server.arrived.slice(1)).to.deep.equal(['message tic_7 One', 'message tic_7 Two'])
  })

  it('goes on by itself after a server that was not there', async () => {
    const { outbox, states } = await writes()
    server.fault = ({ path }) => (path === '/v1/tickets' ? problem(503, 'unavailable') : undefined)
    await outbox.add(ticket('Interest'))
    await waitUntil(() => states()[0] === 'waiting unavailable', 'waits', { timeout: 8000 })
    server.fault = () => undefined
    await waitUntil(() => kept().length === 0, 'goes', { timeout: 4000 })
    expect(server.arrived).to.deep.equal(['ticket Interest'])
  })

  it('gives a person what was refused, with why, and sends what follows', async () => {
    const { outbox, states } = await writes()
    const refused = problem(422, 'invalid_input', {
      errors: [{ path: 'message', code: 'too_long' }],
    })
    server.fault = ({ body }) =>
      (body as { message?: string })?.message === 'One' ? refused : undefined
    await outbox.add({ ...message('One'), draft: { files: ['a'] } })
    await outbox.add(message('Two'))
    await waitUntil(() => server.arrived.length === 1)
    expect(states()).to.deep.equal(['failed invalid_input'])
    const taken = outbox.take(outbox.list()[0]?.key ?? '')
    expect([taken?.why?.errors[0]?.path, taken?.draft]).to.deep.equal(['message', { files: ['a'] }])
    expect(kept()).to.deep.equal([])
  })

  it('asks the hooks of the host before it keeps anything, and once', async () => {
    const { waypost, outbox } = await writes()
    let asked = 0
    waypost.before('ticket:create', (body) => {
      asked += 1
      return body.subject === 'No' ? false : { ...body, subject: `${body.subject}!` }
    })
    expect(await codeOf(outbox.add(ticket('No')))).to.equal('aborted')
    expect(kept()).to.deep.equal([])
    let losses = 1
    server.fault = ({ path }) => (path === '/v1/tickets' && losses-- > 0 ? 'lost' : undefined)
    await outbox.add(ticket('Yes'))
    await waitUntil(() => kept().length === 0)
    expect([server.arrived, asked]).to.deep.equal([['ticket Yes!'], 2])
  })

  it('sends once from two tabs, and both hear of it', async () => {
    const [one, two] = [await writes(), await writes()]
    network(false)
    await one.outbox.add(ticket('Interest'))
    expect(two.states()).to.deep.equal(['waiting'])
    network(true)
    await waitUntil(() => one.sent.length + two.sent.length === 2)
    expect(server.calls.filter(({ path }) => path === '/v1/tickets')).to.have.length(1)
    expect([...one.told, ...two.told]).to.deep.equal(['opened tic_1'])
  })

  it('is empty after a logout in any tab, and nothing of it goes out later', async () => {
    const [one, two] = [await writes(), await writes()]
    server.fault = ({ path }) => (path === '/v1/tickets' ? 'drop' : undefined)
    await one.outbox.add(ticket('Interest'))
    await waitUntil(() => one.outbox.list()[0]?.tries === 1)
    await two.waypost.logout()
    server.fault = () => undefined
    expect([kept(), one.outbox.list(), two.outbox.list()]).to.deep.equal([[], [], []])
    network(true)
    await new Promise((done) => setTimeout(done, 1500))
    expect(server.arrived).to.deep.equal([])
  })

  it('leaves the page no error to catch where somebody logs out while the host is asked', async () => {
    const { waypost, outbox, states } = await writes()
    let refuse = (_: Awaited<StandInAnswer>) => {}
    const refusal = new Promise<Awaited<StandInAnswer>>((resolve) => (refuse = resolve))
    server.fault = ({ token }) => (token === 'wpt_7' ? refusal : undefined)
    let say = (_: string) => {}
    const said = new Promise<string>((resolve) => (say = resolve))
    const reported: unknown[] = []
    const report = (event: PromiseRejectionEvent) => {
      event.preventDefault()
      reported.push(event.reason)
    }
    addEventListener('unhandledrejection', report)
    await outbox.add({ ...message('Thanks'), accessToken: 'wpt_7' } as NewQueued)
    await waitUntil(() => server.spoken().at(-1)?.endsWith('wpt_7'))
    void waypost.identify(() => said).catch(() => {})
    refuse({ status: 401, body: { code: 'unauthenticated' } })
    await waitUntil(() => states()[0]?.startsWith('waiting'))
    await waypost.logout()
    say(tokenOf('ada'))
    await new Promise((done) => setTimeout(done, 100))
    removeEventListener('unhandledrejection', report)
    expect(reported).to.deep.equal([])
  })

  it('goes with a visitor who gets a name, and is sent by nobody else', async () => {
    network(false)
    const visitor = await writes()
    await visitor.outbox.add(ticket('Interest'))
    leaves(visitor)
    // The network comes back for the host’s own server first.
    const named = await writes()
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false })
    await named.waypost.identify(tokenOf('ada'))
    expect(named.states()).to.deep.equal(['waiting'])
    expect(kept().some((key) => key.includes('anonymous'))).to.equal(false)
    await named.waypost.identify(tokenOf('bo'))
    expect(named.states()).to.deep.equal([])
    network(true)
    await new Promise((done) => setTimeout(done, 200))
    expect(server.arrived).to.deep.equal([])
    await named.waypost.identify(tokenOf('ada'))
    await waitUntil(() => server.arrived.length === 1)
    const { token } = server.calls.find(({ path }) => path === '/v1/tickets') ?? {}
    expect(token).to.equal('wps_3')
  })

  it('opens one ticket for whoever signs in before its answer has come, and makes it theirs', async () => {
    const visitor = await writes()
    server.fault = ({ path }) => (path === '/v1/tickets' ? 'lost' : undefined)
    await visitor.outbox.add(ticket('Interest'))
    await waitUntil(() => visitor.outbox.list()[0]?.why, 'is tried', { timeout: 8000 })
    network(false)
    server.fault = () => undefined
    await visitor.waypost.identify(tokenOf('ada'))
    leaves(visitor)
    const { sent } = await writes()
    network(true)
    await waitUntil(() => kept().length === 0)
    expect(server.arrived).to.deep.equal(['ticket Interest'])
    expect(sent.map(({ answer }) => answer.id)).to.deep.equal(['tic_1'])
    const claim = () => server.spoken().includes('POST /v1/ticket-claims wps_2')
    await waitUntil(claim, 'is made theirs')
  })

  for (const [why, refusal] of [
    ['has ended', problem(401, 'session_expired')],
    ['may not name what is theirs, as an order', problem(422, 'invalid_input')],
  ] as const) {
    it(`opens it for them where the session that it was sent with ${why}`, () => opensAs(refusal))
  }

  async function opensAs(refusal: ReturnType<typeof problem>): Promise<void> {
    const { waypost, outbox } = await writes()
    server.fault = ({ path }) => (path === '/v1/tickets' ? 'drop' : undefined)
    await outbox.add(ticket('Interest'))
    await waitUntil(() => outbox.list()[0]?.why, 'is tried', { timeout: 8000 })
    server.fault = ({ token }) => (token === 'wps_1' ? refusal : undefined)
    await waypost.identify(tokenOf('ada'))
    await waitUntil(() => kept().length === 0)
    const { token } = server.calls.findLast(({ path }) => path === '/v1/tickets') ?? {}
    expect([server.arrived, token]).to.deep.equal([['ticket Interest'], 'wps_2'])
  }

  it('shows nobody what was written after the name of another had run out, nor sends it', async () => {
    const { waypost, outbox, states } = await writes()
    const runsOut = async (name: string) => {
      await waypost.identify(tokenOf(name))
      server.fault = ({ path }) =>
        path === '/v1/sessions' ? problem(401, 'identity_token_invalid') : undefined
      await waypost.identify(tokenOf(name)).catch(() => {})
      server.fault = () => undefined
    }
    await runsOut('ada')
    network(false)
    await outbox.add(ticket('Interest'))
    expect(states()).to.deep.equal(['waiting'])
    await runsOut('bo')
    expect(states()).to.deep.equal([])
    network(true)
    await outbox.add(ticket('Late fees'))
    await waitUntil(() => server.arrived.length > 0)
    await waitUntil(() => kept().length === 1)
    expect([server.arrived, kept().length]).to.deep.equal([['ticket Late fees'], 1])
    await waypost.identify(tokenOf('ada'))
    await waitUntil(() => kept().length === 0)
    expect(server.arrived[1]).to.equal('ticket Interest')
  })

  it('waits for a customer whose session has ended, and makes no visitor of them', async () => {
    const { waypost } = await writes()
    await waypost.identify(tokenOf('ada'))
    leaves({ waypost })
    const again = await writes()
    server.fault = ({ token }) => (token === 'wps_1' ? problem(401, 'session_expired') : undefined)
    await again.outbox.add(ticket('Interest'))
    await waitUntil(() => again.states()[0]?.startsWith('waiting '))
    expect(again.states()[0]).to.match(/session_expired|unauthenticated/)
    const starts = () => server.calls.filter(({ path }) => path === '/v1/sessions').length
    expect([starts(), server.arrived]).to.deep.equal([1, []])
    await again.waypost.identify(tokenOf('ada'))
    await waitUntil(() => kept().length === 0)
    expect([starts(), server.arrived]).to.deep.equal([2, ['ticket Interest']])
  })

  it('asks the host again who is here where it can, and goes on', async () => {
    const { waypost, outbox } = await writes()
    let asked = 0
    await waypost.identify(() => {
      asked += 1
      return tokenOf('ada')
    })
    server.fault = ({ token }) => (token === 'wps_1' ? problem(401, 'session_expired') : undefined)
    await outbox.add(ticket('Interest'))
    await waitUntil(() => kept().length === 0)
    expect([server.arrived, asked]).to.deep.equal([['ticket Interest'], 2])
  })

  it('sends a vote before what explains it, which then changes that one', async () => {
    const { outbox, told } = await writes()
    network(false)
    const first = vote(false)
    await outbox.add(first)
    await outbox.add(vote(false, { after: first.key, body: { helpful: false, reason: 'wrong' } }))
    network(true)
    await waitUntil(() => kept().length === 0)
    expect(server.arrived).to.deep.equal(['vote late-fees false', 'vote late-fees false vot_1'])
    expect(told).to.deep.equal(['voted late-fees'])
  })

  it('has room for much, and says so where there is no more', async () => {
    network(false)
    const { outbox } = await writes()
    for (let n = 0; n < 100; n++) await outbox.add(message(`${n}`))
    expect(await codeOf(outbox.add(message('One too many')))).to.equal('storage_full')
    expect(kept()).to.have.length(100)
  })

  it('says that it goes with the page where the browser has no room left', async () => {
    network(false)
    const { outbox } = await writes()
    const letters = 'x'.repeat(2 ** 20)
    for (let size = letters.length; size > 0; size = Math.floor(size / 2)) {
      try {
        for (let n = 0; ; n++) localStorage.setItem(`host ${size} ${n}`, letters.slice(0, size))
      } catch {
        // A smaller piece may find its place.
      }
    }
    expect(outbox.isLasting).to.equal(true)
    await outbox.add(ticket('Interest'))
    expect([outbox.isLasting, outbox.list().length, kept()]).to.deep.equal([false, 1, []])
    network(true)
    await waitUntil(() => outbox.list().length === 0)
    expect([outbox.isLasting, server.arrived]).to.deep.equal([true, ['ticket Interest']])
  })

  it('is in memory alone where nothing may be kept, and says so', async () => {
    network(false)
    const { outbox, waypost } = await writes({ consent: true })
    await outbox.add(ticket('Interest'))
    expect([outbox.isLasting, outbox.list().length, localStorage.length]).to.deep.equal([
      false,
      1,
      0,
    ])
    waypost.setConsent(true)
    await waitUntil(() => kept().length === 1)
    expect(outbox.isLasting).to.equal(true)
    network(true)
    await waitUntil(() => kept().length === 0)
    expect(server.arrived).to.deep.equal(['ticket Interest'])
  })
})
