import type { Client } from '../../client/client.js'
import type { AskHooks } from './ask-hooks.js'

export interface HookClientDeps {
  ask: AskHooks
  logout(): Promise<void>
  /** Something was read. */
  read(): void
}

/**
 * The client as panel and host get it: what the host may change or stop goes through its hooks here
 * and nowhere else, so that no caller can forget them. To end the session is to log out.
 */
export function hookClient(client: Client, { ask, logout, read }: HookClientDeps): Client {
  const { tickets, session } = client
  return {
    ...client,
    async search(q, options) {
      const { words } = await ask('search:perform', { words: q })
      return client.search(words, options)
    },
    tickets: {
      ...tickets,
      create: async (ticket, options) =>
        tickets.create(await ask('ticket:create', ticket), options),
      async reply(ticketId, { message, ...rest }, options) {
        const asked = await ask('message:send', { ticketId, message })
        return tickets.reply(ticketId, { ...rest, message: asked.message }, options)
      },
      async markRead(...call) {
        const ticket = await tickets.markRead(...call)
        read()
        return ticket
      },
    },
    session: { ...session, end: logout },
  }
}
