import { createClient } from '@waypost/sdk/client'
import type {
  LearningHit,
  Message,
  OrderCard,
  RichText,
  Settings,
  Ticket,
} from '@waypost/sdk/contract'
import { addEnglish, english } from '../../foundation/i18n.js'
import { enPages } from '../../foundation/messages/en-pages.js'
import type { PanelContext } from '../../foundation/panel-context.js'
import { outboxOf } from './outbox.test.kit.js'

export interface Asked {
  method: string
  path: string
  body: Record<string, string>
  key: string
  signal: AbortSignal | null | undefined
}

/** `lost` does the work and loses the answer, `hang` neither works nor answers. */
type Fault = 'lost' | 'hang' | 'drop' | Response | undefined

export const paragraph = (text: string): RichText => [
  { type: 'paragraph', children: [{ type: 'text', text }] },
]

export const problem = (status: number, code: string, more: object = {}, headers = {}) =>
  new Response(JSON.stringify({ code, status, ...more }), {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  })

/** The network's edge: a server that keeps what it is sent, and knows a key when it sees it again. */
export function supportServer() {
  const tickets: Ticket[] = []
  const messages = new Map<string, Message[]>()
  const made = new Map<string, { body: string; answer: unknown }>()
  const asked: Asked[] = []
  let time = Date.parse('2026-11-20T12:00:00Z')
  const at = () => new Date((time += 1000)).toISOString()
  const state = {
    tickets,
    messages,
    asked,
    /** Decides over each request before anything is done. */
    fault: (_: Asked): Fault => undefined,
    pageSize: 100,
    suggestions: [] as string[],
    learning: [] as LearningHit[],
    orders: [] as OrderCard[],
    hasSession: false,
    /** What the browser sends and hears. */
    fetch,
    opens,
    says,
    posts: (end: string) => asked.filter((one) => one.method === 'POST' && one.path.endsWith(end)),
  }
  return state

  /** A ticket that is already there. */
  function opens(subject: string, rest: Partial<Ticket> = {}): Ticket {
    const number = 1001 + tickets.length
    const [createdAt] = [at()]
    const ticket: Ticket = {
      id: `tic_${number}`,
      reference: `WP-${number}`,
      subject,
      kind: 'question',
      status: 'new',
      requester: { name: 'Maya Lindqvist', email: 'maya@studio.se', verification: 'none' },
      createdAt,
      updatedAt: createdAt,
      solvedAt: null,
      unread: 0,
      ...rest,
    }
    tickets.unshift(ticket)
    messages.set(ticket.id, [])
    return ticket
  }

  function says(
    ticketId: string,
    text: string,
    author: Message['author'] = { kind: 'agent', name: 'Noor Bakker' },
    status: Ticket['status'] = author.kind === 'agent' ? 'pending' : 'open',
  ) {
    const all = messages.get(ticketId) ?? []
    const message: Message = {
      id: `msg_${ticketId}_${all.length}`,
      author,
      body: paragraph(text),
      attachments: [],
      createdAt: at(),
    }
    messages.set(ticketId, [...all, message])
    const { unread = 0 } = tickets.find(({ id }) => id === ticketId) ?? {}
    change(ticketId, { status, unread: author.kind === 'agent' ? unread + 1 : unread })
    return message
  }

  function change(ticketId: string, change: Partial<Ticket>): Ticket {
    const index = tickets.findIndex(({ id }) => id === ticketId)
    const ticket = { ...(tickets[index] as Ticket), updatedAt: at(), ...change }
    if (change.status) ticket.solvedAt = change.status === 'solved' ? ticket.updatedAt : null
    tickets[index] = ticket
    return ticket
  }

  async function fetch(input: string, init: RequestInit = {}): Promise<Response> {
    const { pathname } = new URL(input)
    const headers = new Headers(init.headers)
    const one: Asked = {
      method: init.method ?? 'GET',
      path: pathname.replace('/v1', ''),
      body: init.body ? JSON.parse(String(init.body)) : {},
      key: headers.get('idempotency-key') ?? '',
      signal: init.signal,
    }
    asked.push(one)
    const fault = state.fault(one)
    if (fault === 'hang') return new Promise(() => {})
    if (fault === 'drop') throw new TypeError('Failed to fetch')
    if (fault instanceof Response) return fault
    const answer = answerTo(one, new URL(input).searchParams)
    if (fault === 'lost') throw new TypeError('Failed to fetch')
    return answer
  }

  function answerTo(one: Asked, query: URLSearchParams): Response {
    const { method, path, body } = one
    const [, room, id, deed] = path.split('/')
    if (room === 'sessions') {
      state.hasSession = true
      return json({ token: `wps_${asked.length}`, expiresAt: at(), customer: null }, 201)
    }
    if (room === 'suggestions') {
      const { suggestions, learning } = state
      return json({ items: suggestions.map(hit), ...(learning.length > 0 && { learning }) })
    }
    if (room === 'orders') return json({ items: state.orders, nextCursor: null })
    if (!state.hasSession && method === 'GET') return problem(401, 'unauthenticated')
    if (!id && method === 'GET') {
      const mine = tickets.filter(({ isOwn }) => isOwn !== false)
      return json(page(query.get('scope') === 'group' ? tickets : mine, query))
    }
    if (!id) return once(one, () => created(body))
    const ticket = tickets.find((each) => each.id === id)
    if (!ticket) return problem(404, 'not_found')
    if (method === 'GET') return json(deed ? page(messages.get(id) ?? [], query) : ticket)
    if (deed === 'read') return json(read(ticket, body.messageId ?? ''))
    if (ticket.status === 'closed') return problem(409, 'ticket_closed')
    if (deed === 'solve') return json(change(id, { status: 'solved' }))
    if (deed === 'reopen') return json(change(id, { status: 'open' }))
    const author = { kind: 'requester', name: ticket.requester.name } as const
    return once(one, () => says(id, body.message ?? '', author))
  }

  /** What came after the message stays unread. */
  function read({ id, updatedAt }: Ticket, messageId: string): Ticket {
    const all = messages.get(id) ?? []
    const after = all.slice(all.findIndex((message) => message.id === messageId) + 1)
    const unread = after.filter(({ author }) => author.kind === 'agent').length
    return change(id, { unread, updatedAt })
  }

  function created({ subject = '', message = '', email, name, kind }: Asked['body']) {
    const requester = { name: name ?? null, email: email ?? null, verification: 'none' as const }
    const ticket = opens(subject, { requester, ...(kind && { kind: kind as Ticket['kind'] }) })
    says(ticket.id, message, { kind: 'requester', name: requester.name })
    return { ticket: change(ticket.id, { status: 'new' }), accessToken: 'wpt_1' }
  }

  /** The same key makes the same thing once; with another body it is refused. */
  function once({ key, path, body }: Asked, make: () => unknown): Response {
    const [name, text] = [`${path} ${key}`, JSON.stringify(body)]
    const before = made.get(name)
    if (before && before.body !== text) return problem(422, 'idempotency_key_reused')
    const answer = before?.answer ?? make()
    made.set(name, { body: text, answer })
    return json(answer, 201)
  }

  function page<T>(all: readonly T[], query: URLSearchParams) {
    const start = Number(query.get('cursor') ?? 0)
    const end = start + Math.min(state.pageSize, Number(query.get('limit') ?? 20))
    return { items: all.slice(start, end), nextCursor: end < all.length ? String(end) : null }
  }
}

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })

const hit = (title: string) => ({
  kind: 'article',
  articleId: title.toLowerCase().replaceAll(' ', '-'),
  locale: 'en',
  title,
  slug: 'slug',
  url: '/help/en/articles/slug',
  collection: null,
  score: 1,
  excerpt: [],
})

export const settings: Settings = {
  site: { key: 'tidemark', name: 'Tidemark' },
  locale: 'en',
  locales: [],
  theme: { accent: null, font: null, radius: null, logo: null },
  mode: 'self-service',
  form: {
    kinds: ['question', 'problem', 'callback'],
    fields: [],
    consent: null,
    privacyUrl: null,
    attachments: null,
    orders: false,
  },
  hours: null,
  replyHours: 2,
  education: false,
}

/** What one browser keeps, for all its tabs. */
export function browserKeep() {
  const kept = new Map<string, string>()
  return {
    kept,
    get: (key: string) => kept.get(key) ?? null,
    set: (key: string, value: string | null) => {
      if (value === null) kept.delete(key)
      else kept.set(key, value)
    },
  }
}

/** What the shell would hand to a view. */
export function panelContext(
  server: ReturnType<typeof supportServer>,
  rest: Partial<PanelContext> = {},
) {
  addEnglish(enPages)
  const told: [string, unknown][] = []
  const client = createClient({
    baseUrl: 'https://help.example',
    fetch: server.fetch,
    sleep: async () => {},
  })
  const emit: PanelContext['emit'] = (name, payload) => void told.push([name, payload])
  const keep = (rest.keep ?? browserKeep()) as ReturnType<typeof browserKeep>
  const panel: PanelContext = {
    client,
    baseUrl: 'https://help.example',
    keep,
    emit,
    outbox: outboxOf(keep, rest.client ?? client, emit),
    hasUnsent: () => [...keep.kept.keys()].some((key) => key.includes(':outbox:')),
    context: () => ({ url: 'https://app.example/invoices', title: 'Invoices' }),
    customer: async () => null,
    translator: english,
    locale: 'en-GB',
    settings,
    ...rest,
  }
  return { panel, told }
}
