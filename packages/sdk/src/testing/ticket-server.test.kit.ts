import { type SeenCall, type StandInAnswer, standInServer } from './stand-in-server.test.kit.js'

interface OpenedTicket {
  id: string
  subject: string
  status: string
  createdAt: string
  requester: { verification: 'none' | 'signed' }
}

/**
 * The network's edge: a server that knows tickets by session and by ticket token. `tic_1` is opened
 * by `wpt_1`.
 */
export function ticketServer() {
  const tickets: OpenedTicket[] = []
  /** By ticket: a session without a name, or the customer. */
  const owners = new Map<string, string>()
  const names = new Map<string, string>()
  const refused = new Set<string>()
  let isDown = false
  let time = Date.parse('2026-11-20T12:00:00Z')

  const server = standInServer((call) => {
    const { path, method, token = '', body } = call
    if (isDown) throw new TypeError('Failed to fetch')
    if (refused.has(token)) {
      return problem(401, token.startsWith('wps_') ? 'session_expired' : 'unauthenticated')
    }
    const [, , room, id] = path.split('/')
    if (room === 'ticket-claims') return claim(token, body as { accessTokens: string[] })
    if (room !== 'tickets') return undefined
    if (method === 'POST' && !id) return open(call)
    const readable = tickets.filter((one) => canRead(token, one))
    if (!token) return problem(401, 'unauthenticated')
    if (!id) return { body: { items: readable.toReversed(), nextCursor: null } }
    const ticket = readable.find((one) => one.id === id)
    if (!ticket) return problem(404, 'not_found')
    if (path.endsWith('/solve')) ticket.status = 'solved'
    if (path.endsWith('/reopen')) ticket.status = 'open'
    return { body: path.endsWith('/messages') && method === 'POST' ? { id: 'msg_1' } : ticket }
  })

  function ownerOf(token: string): string {
    const starts = server.calls.filter(({ path }) => path === '/v1/sessions')
    const { identityToken } = (starts[Number(token.slice(4)) - 1]?.body ?? {}) as {
      identityToken?: string
    }
    if (identityToken) names.set(token, JSON.parse(atob(identityToken.split('.')[1] ?? '')).sub)
    return names.get(token) ?? token
  }

  const canRead = (token: string, { id }: OpenedTicket) =>
    token.startsWith('wpt_') ? token === `wpt_${id.slice(4)}` : owners.get(id) === ownerOf(token)

  function open({ token = '', body }: SeenCall): StandInAnswer {
    const owner = ownerOf(token)
    const { subject } = body as { subject: string }
    const ticket: OpenedTicket = {
      id: `tic_${tickets.length + 1}`,
      subject,
      status: 'new',
      createdAt: new Date((time += 1_000)).toISOString(),
      requester: { verification: names.has(token) ? 'signed' : 'none' },
    }
    tickets.push(ticket)
    owners.set(ticket.id, owner)
    return { status: 201, body: { ticket, accessToken: `wpt_${tickets.length}` } }
  }

  function claim(token: string, { accessTokens }: { accessTokens: string[] }): StandInAnswer {
    const customer = ownerOf(token)
    if (!names.has(token)) return problem(403, 'forbidden')
    for (const accessToken of accessTokens) {
      const id = `tic_${accessToken.slice(4)}`
      const isNamed = [...names.values()].includes(owners.get(id) ?? '')
      if (!isNamed && !refused.has(accessToken)) owners.set(id, customer)
    }
    return { body: { items: [], nextCursor: null } }
  }

  return {
    ...server,
    tickets,
    /** The server has forgotten a session, or opens nothing by a ticket token any more. */
    refuses: (token: string) => refused.add(token),
    /** No answer comes from it. */
    isDown: (is: boolean) => {
      isDown = is
    },
  }
}

const problem = (status: number, code: string): StandInAnswer => ({ status, body: { code } })
