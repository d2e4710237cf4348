import {
  type AgentClient,
  type Client,
  type ClientOptions,
  createAgentClient,
  createClient,
} from '@waypost/sdk/client'
import type { AgentRole, CreatedTicket } from '@waypost/sdk/contract'
import * as v from 'valibot'
import { createMemoryFiles } from '../adapters/files/memory/memory-files.js'
import { createMemoryStorage } from '../adapters/storage/memory/memory-storage.js'
import { compose } from '../app/compose.js'
import { type Config, type ConfigInput, ConfigSchema } from '../app/config-schema.js'
import type { FileStore } from '../domain/attachments/file-store.js'
import type { Letter, Mailer } from '../domain/notifications/mailer.js'
import type { Storage } from '../domain/storage.js'
import { type Logger, silentLogger } from '../foundation/logger.js'

const SECRET = 'A'.repeat(43)
const BASE = 'http://waypost.test'

export interface SupportWorldOptions {
  config?: ConfigInput
  /** Articles to begin with, as an import takes them. */
  articles?: readonly Record<string, unknown>[]
  /** Hears what an operator would read. */
  log?: Logger
  /** What to stand on; in memory, and empty, unless given. */
  storage?: Storage
  /** What keeps files; in memory unless given. */
  files?: FileStore
  /** What takes mails; what it has taken is `mails()` unless given. */
  mailer?: Mailer
}

/** A whole server in this process, spoken to over HTTP by the real clients. Its clock can be moved. */
export async function supportWorld(options: SupportWorldOptions = {}) {
  const { config = {}, articles = [], log = silentLogger, storage } = options
  let now = Date.parse('2026-11-21T09:00:00Z')
  const mails: Letter[] = []
  const { mailer = { send: async (letter) => void mails.push(letter) } } = options
  const clock = { now: () => new Date(now) }
  const world = await compose({
    config: v.parse(ConfigSchema, {
      unlimited: true,
      publicUrl: BASE,
      ...config,
    }) as Config,
    storage: storage ?? createMemoryStorage({ clock }),
    files: options.files ?? createMemoryFiles(),
    keys: { ticketTokens: [{ id: 'k1', secret: SECRET }] },
    clock,
    log,
    mailer,
  })
  if (articles.length > 0) {
    await world.importArticles(world.sites.main.key, articles)
    await world.searchCaughtUp()
  }
  const fetch: typeof globalThis.fetch = async (input, init) =>
    world.app.fetch(new Request(input, init))
  const open = (options: Partial<ClientOptions> = {}) =>
    createClient({ baseUrl: BASE, fetch, ...options })

  return {
    world,
    /** The network edge: goes straight into the server. */
    fetch: (path: string, init?: RequestInit) => fetch(BASE + path, init),
    /** Moves the clock on. */
    passes(milliseconds: number) {
      now += milliseconds
    },
    /** Every mail that has gone by now, the first one first. */
    async mails(): Promise<readonly Letter[]> {
      await world.mailsCaughtUp()
      return mails
    },
    client: open,
    requester: (options?: Partial<ClientOptions>) => person(open(options)),
    async agent(
      role: AgentRole = 'agent',
      email = `${role}@tidemark.test`,
      sites: readonly string[] | undefined = undefined,
    ) {
      const { token } = await world.agents.add({ email, role, name: `Kim (${role})`, sites })
      return { ...teammate(createAgentClient({ baseUrl: BASE, token, fetch })), token }
    },
    close: () => world.close(),
  }
}

/** A customer, in sentences. */
function person(client: Client) {
  return {
    client,
    opensTicket: (subject: string, more: { message?: string; email?: string } = {}) =>
      client.tickets.create({ subject, message: 'Can you help?', ...more }),
    replies: ({ ticket }: CreatedTicket, message: string) =>
      client.tickets.reply(ticket.id, { message }),
    solves: ({ ticket }: CreatedTicket) => client.tickets.solve(ticket.id),
    reopens: ({ ticket }: CreatedTicket) => client.tickets.reopen(ticket.id),
    sees: ({ ticket }: CreatedTicket) => client.tickets.get(ticket.id),
    reads: async ({ ticket }: CreatedTicket) => (await client.tickets.messages(ticket.id)).items,
  }
}

/** One of the team, in sentences. */
function teammate(client: AgentClient) {
  const change = async (
    { ticket }: CreatedTicket,
    what: Parameters<AgentClient['tickets']['update']>[1],
  ) => {
    const { version } = await client.tickets.get(ticket.id)
    return client.tickets.update(ticket.id, what, version)
  }
  return {
    client,
    changes: change,
    sees: ({ ticket }: CreatedTicket) => client.tickets.get(ticket.id),
    replies: ({ ticket }: CreatedTicket, message: string) =>
      client.tickets.reply(ticket.id, { message }),
    notes: ({ ticket }: CreatedTicket, message: string) =>
      client.tickets.note(ticket.id, { message }),
    solves: (ticket: CreatedTicket) => change(ticket, { status: 'solved' }),
  }
}
