import { expect } from '@open-wc/testing'
import type { NewTicket } from '../../contract/tickets.js'
import { type StandInPanel, standInPanels } from '../../testing/stand-in-panel.test.kit.js'
import { standInServer } from '../../testing/stand-in-server.test.kit.js'
import { standWaypost } from '../stand-waypost.js'
import type { Waypost } from '../waypost.js'

let server: ReturnType<typeof standInServer>
let waypost: Waypost
const ticket: NewTicket = { subject: 'Cannot sign in', message: 'Since today' }
const codeOf = (call: Promise<unknown>) => call.then(() => 'done').catch((error) => error.code)

describe('a hook', () => {
  beforeEach(() => {
    server = standInServer()
    waypost = standWaypost({ baseUrl: '', launcher: 'none', storage: 'none' }, 'latest')
  })
  afterEach(() => {
    waypost.destroy()
    server.leave()
  })

  it('changes what is searched for, and each one gets what the one before made of it', async () => {
    waypost.before('search:perform', ({ words }) => ({ words: `${words} fee` }))
    waypost.before('search:perform', async ({ words }) => ({ words: words.toUpperCase() }))
    await waypost.client.search('late')
    expect(server.calls[0]?.query.q).to.equal('LATE FEE')
  })

  it('adds to a ticket, whoever opens it: host or panel', async () => {
    waypost.before('ticket:create', (ticket) => ({ ...ticket, fields: { plan: 'pro' } }))
    await waypost.open()
    const panel = standInPanels.at(-1) as StandInPanel
    await waypost.client.tickets.create(ticket)
    await panel.options.client.tickets.create(ticket)
    const bodies = server.calls.filter(({ path }) => path === '/v1/tickets').map(({ body }) => body)
    expect(bodies).to.deep.equal(Array(2).fill({ ...ticket, fields: { plan: 'pro' } }))
  })

  it('stops a ticket and a message, which then reject as aborted', async () => {
    waypost.before('ticket:create', () => false)
    waypost.before('message:send', async ({ message }) => message !== 'secret' && undefined)
    const codes = [
      await codeOf(waypost.client.tickets.create(ticket)),
      await codeOf(waypost.client.tickets.reply('tic_1', { message: 'secret' })),
      await codeOf(waypost.client.tickets.reply('tic_1', { message: 'hello' })),
    ]
    expect(codes).to.deep.equal(['aborted', 'aborted', 'done'])
    expect(server.spoken()).to.deep.equal(['POST /v1/tickets/tic_1/messages nobody'])
  })

  it('that fails changes nothing, and the host is told', async () => {
    const realReport = globalThis.reportError
    const reported: unknown[] = []
    globalThis.reportError = (error) => reported.push(error)
    waypost.before('search:perform', () => {
      throw new RangeError('of the host')
    })
    await waypost.client.search('late')
    globalThis.reportError = realReport
    expect(server.calls[0]?.query.q).to.equal('late')
    expect(String(reported[0])).to.equal('RangeError: of the host')
  })

  it('is let go by what `before` gave', async () => {
    const gone = waypost.before('search:perform', () => false)
    gone()
    await waypost.client.search('late')
    expect(server.calls[0]?.query.q).to.equal('late')
  })
})
