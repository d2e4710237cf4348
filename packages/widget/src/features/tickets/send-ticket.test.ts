import { expect } from '@open-wc/testing'
import type { NewTicket } from '@waypost/sdk/contract'
import { sendTicket, withTry } from './send-ticket.js'
import { panelContext, supportServer } from './support-server.test.kit.js'

const ticket = (message: string): NewTicket => ({ subject: 'Interest', message })
const begun = { key: 'a-key-of-16-signs', tried: [] }

/** A server, and what was tried with it. */
function sender() {
  const server = supportServer()
  const { tickets } = panelContext(server).panel.client
  const send = (sending: Parameters<typeof sendTicket>[1]) => sendTicket(tickets, sending)
  return { server, send }
}

describe('sending a ticket', () => {
  it('makes one, however often it is tried', async () => {
    const { server, send } = sender()
    const sending = withTry(begun, ticket('Why?'))
    server.fault = ({ path }) => (path === '/tickets' ? 'lost' : undefined)
    await send(sending).catch(() => {})
    server.fault = () => undefined
    await send(withTry(sending, ticket('Why?')))
    expect(server.tickets).to.have.length(1)
  })

  it('adds what was changed after the answer got lost', async () => {
    const { server, send } = sender()
    const sending = withTry(begun, ticket('Why?'))
    server.fault = ({ path }) => (path === '/tickets' ? 'lost' : undefined)
    await send(sending).catch(() => {})
    server.fault = () => undefined
    const { ticket: opened } = await send(withTry(sending, ticket('Why not?')))
    expect(server.tickets).to.have.length(1)
    const said = server.messages.get(opened.id) ?? []
    expect(JSON.stringify(said.map(({ body }) => body)))
      .to.contain('Why?')
      .and.contain('Why not?')
  })

  it('sends what was changed when nothing had arrived', async () => {
    const { server, send } = sender()
    const sending = withTry(begun, ticket('Why?'))
    server.fault = ({ path }) => (path === '/tickets' ? 'drop' : undefined)
    await send(sending).catch(() => {})
    server.fault = () => undefined
    const { ticket: opened } = await send(withTry(sending, ticket('Why not?')))
    expect(server.messages.get(opened.id)).to.have.length(1)
  })

  it('remembers the last five tries, each once', () => {
    const words = ['a', 'b', 'a', 'c', 'd', 'e', 'f']
    const { tried } = words.reduce((sending, word) => withTry(sending, ticket(word)), {
      ...begun,
      tried: [] as NewTicket[],
    })
    expect(tried.map(({ message }) => message).join('')).to.equal('acdef')
  })
})
