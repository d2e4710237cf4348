import type { AccessOptions, Call } from '../../client/call.js'
import type { Client } from '../../client/client.js'
import {
  type CreateTicketOptions,
  createTickets,
  type ListTicketsOptions,
} from '../../client/tickets.js'
import { WaypostError } from '../../contract/errors.js'
import type { List, PageOptions } from '../../contract/fields.js'
import type { NewTicket, Ticket } from '../../contract/tickets.js'
import type { KeptTicket, KeptTickets } from './kept-tickets.js'
import { listWithKept } from './list-with-kept.js'

export interface TokenClientDeps {
  kept: KeptTickets
  /** The tokens that the person who is here calls with; another person is another set. */
  own(): Set<string>
  /** Whether the host can be asked who is here. */
  isHostThere(): boolean
  /** Why the host is not believed: whoever it has named is not shown an empty list instead. */
  refusal(): WaypostError | undefined
}

const none: List<Ticket> = { items: [], nextCursor: null }

/**
 * The client of somebody who may have no name: what they opened in this browser is theirs by its
 * ticket token, whatever becomes of the session. When they get a name, they claim it.
 */
export function tokenClient(client: Client, { kept, own, isHostThere, refusal }: TokenClientDeps) {
  const { tickets, session } = client
  let claiming: Promise<void> | undefined

  /** What its token opens; `undefined` where that is refused, and so forgotten. */
  async function byToken<T>(one: KeptTicket, call: (access: AccessOptions) => Promise<T>) {
    const { accessToken } = one
    own().add(accessToken)
    try {
      return await call({ accessToken })
    } catch (error) {
      if (!isRefused(error)) throw error
      kept.drop([one])
      return undefined
    }
  }

  /** By the ticket's token first, then by the session: a reply tried again is then from the same one. */
  const call: Call = async (name, options, request) => {
    await session.has()
    const given = options?.accessToken
    if (given) own().add(given)
    const one = given ? undefined : kept.find(request?.params?.id)
    const found =
      one && (await byToken(one, (access) => client.call(name, { ...options, ...access }, request)))
    return found ?? client.call(name, options, request)
  }

  /** Nobody is asked for what there cannot be: without a session the tokens are all there is. */
  async function listOfSession(page: ListTicketsOptions): Promise<List<Ticket>> {
    if (!isHostThere() && !(await session.has())) return none
    try {
      return await tickets.list(page)
    } catch (error) {
      if (!isRefused(error)) throw error
      return none
    }
  }

  async function makeClaim(): Promise<void> {
    const [mine, all] = [own(), kept.all()]
    if (!kept.isOfCustomer || all.length === 0) return
    try {
      await tickets.claim(all.map(({ accessToken }) => accessToken))
      if (own() === mine) kept.drop(all)
    } catch {
      // Their tokens open them until it works.
    }
  }

  /** Makes what is kept the customer's, once however many ask. Never rejects. */
  function claim(): Promise<void> {
    claiming ??= makeClaim().finally(() => {
      claiming = undefined
    })
    return claiming
  }

  const withTokens: Client = {
    ...client,
    call,
    tickets: {
      ...createTickets(call),

      async create(ticket: NewTicket, options?: CreateTicketOptions & AccessOptions) {
        await session.has()
        const mine = own()
        // That of a visitor, of whoever has a name since.
        if (options?.accessToken) mine.add(options.accessToken)
        const created = await tickets.create(ticket, options)
        const { id, createdAt, requester } = created.ticket
        const isNameless = requester.verification !== 'signed' && options?.session !== false
        if (isNameless && own() === mine) {
          kept.add({ id, createdAt, accessToken: created.accessToken })
          void claim()
        }
        return created
      },

      async list({ limit, cursor, ...options }: ListTicketsOptions = {}) {
        await session.has()
        await claim()
        const page: PageOptions = { ...(limit && { limit }), ...(cursor && { cursor }) }
        const all = kept.all()
        if (options.accessToken) own().add(options.accessToken)
        if (options.accessToken || options.scope || all.length === 0) {
          const isNobody = !options.accessToken && !isHostThere() && !(await session.has())
          // What the server would say, without an error on the host's console.
          if (isNobody) throw refusal() ?? new WaypostError('unauthenticated')
          return tickets.list({ ...options, ...page }).catch((error) => {
            throw (isRefused(error) && refusal()) || error
          })
        }
        const list = (page: PageOptions) => listOfSession({ ...options, ...page })
        const open = (one: KeptTicket) =>
          byToken(one, (access) => tickets.get(one.id, { ...options, ...access }))
        return listWithKept({ kept: all, list, open }, page)
      },
    },
    session: {
      ...session,
      /** Whether there is anything to read tickets by. */
      has: async () => (await session.has()) || kept.all().length > 0,
    },
  }
  return { client: withTokens, claim }
}

const isRefused = (error: unknown) => (error as WaypostError).status === 401
