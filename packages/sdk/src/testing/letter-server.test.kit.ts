import { type SeenCall, type StandInAnswer, standInServer } from './stand-in-server.test.kit.js'

const realWarn = console.warn

/**
 * The network's edge: a server that takes tickets, messages and votes, and knows a key when it sees
 * it again. Sessions are `wps_1`, `wps_2`, …; what nobody may open is refused.
 */
export function letterServer() {
  const made = new Map<string, { body: string; answer: unknown }>()
  /** What has arrived, in its order: `ticket Interest`, `message tic_1 Thanks`. */
  const arrived: string[] = []
  const state = {
    arrived,
    /** Decides over each call before anything is done; `lost` does it and loses the answer. */
    fault: (_: SeenCall): 'drop' | 'lost' | StandInAnswer | undefined => undefined,
  }

  function make(call: SeenCall): StandInAnswer {
    const { method, path, body, key, token } = call
    const { subject, message, helpful, voteId } = body as Record<string, string>
    const [, , room, id] = path.split('/')
    const text = JSON.stringify(body)
    // As on the server: whoever opens a ticket is a session, whoever writes in one its requester.
    const deed = `${path} ${key} ${id ? '' : token}`
    const before = made.get(deed)
    if (before && before.body !== text) return problem(422, 'idempotency_key_reused')
    if (before) return { status: 201, body: before.answer }
    const number = arrived.length + 1
    const answer =
      room === 'articles'
        ? { id: voteId ?? `vot_${number}`, articleId: id, helpful }
        : method === 'POST' && !id
          ? created(number, `${subject}`)
          : { id: `msg_${number}`, author: { kind: 'requester', name: null } }
    arrived.push(
      room === 'articles'
        ? `vote ${id} ${helpful} ${voteId ?? ''}`.trim()
        : id
          ? `message ${id} ${message}`
          : `ticket ${subject}`,
    )
    made.set(deed, { body: text, answer })
    return { status: 201, body: answer }
  }

  const server = standInServer((call) => {
    const fault = state.fault(call)
    if (fault === 'drop') throw new TypeError('Failed to fetch')
    if (fault && fault !== 'lost') return fault
    const isLetter = /^[/]v1[/](tickets|articles)/.test(call.path) && call.method !== 'GET'
    const answer = isLetter ? make(call) : undefined
    if (fault === 'lost') throw new TypeError('Failed to fetch')
    return answer
  })
  // A test says by itself what goes wrong.
  console.warn = () => {}
  return Object.assign(state, server, {
    leave() {
      console.warn = realWarn
      network(true)
      Reflect.deleteProperty(navigator, 'onLine')
      server.leave()
    },
  })
}

const created = (number: number, subject: string) => ({
  ticket: {
    id: `tic_${number}`,
    reference: `WP-${number}`,
    subject,
    createdAt: new Date().toISOString(),
    requester: { name: null, email: null, verification: 'none' },
  },
  accessToken: `wpt_${number}`,
})

export const problem = (status: number, code: string, more: object = {}): StandInAnswer => ({
  status,
  body: { code, ...more },
})

/** Tells the browser there is a network, or none. */
export function network(there: boolean): void {
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => there })
  if (there) dispatchEvent(new Event('online'))
}
