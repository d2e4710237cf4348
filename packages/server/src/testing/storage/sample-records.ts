import type { Session } from '../../domain/identity/customer.js'
import type { Article } from '../../domain/knowledge/article.js'
import type { Message } from '../../domain/tickets/message.js'
import type { Ticket } from '../../domain/tickets/ticket.js'

/** A moment so many seconds after the samples were born. */
export function sampleMoment(seconds: number): string {
  return new Date(Date.parse('2026-01-05T08:00:00.000Z') + seconds * 1000).toISOString()
}

/** A new ticket of the site `demo`, with whatever matters to the reader of the test. */
export function sampleTicket(id: string, change: Partial<Ticket> = {}): Ticket {
  return {
    id,
    createdAt: sampleMoment(0),
    site: 'demo',
    reference: 'WP-1001',
    subject: 'Cannot sign in — パスワード 🔑',
    kind: 'question',
    status: 'new',
    priority: 'normal',
    channel: 'widget',
    requesterId: 'cus_1',
    requester: { name: 'Åsa "Ace" O’Neil', email: 'asa@example.com', verification: 'none' },
    assigneeId: null,
    fields: { plan: 'team', seats: 12, beta: true },
    context: { locale: 'sv' },
    updatedAt: sampleMoment(0),
    solvedAt: null,
    messageCount: 1,
    version: 1,
    accessVersion: 1,
    origin: null,
    ...change,
  }
}

export function sampleMessage(id: string, change: Partial<Message> = {}): Message {
  return {
    id,
    createdAt: sampleMoment(0),
    ticketId: 'tic_1',
    number: 1,
    author: { kind: 'requester', id: 'cus_1', name: null },
    body: [
      { type: 'paragraph', children: [{ type: 'text', text: 'First line\nsecond \u2028 line' }] },
    ],
    origin: null,
    ...change,
  }
}

export function sampleSession(id: string, change: Partial<Session> = {}): Session {
  return {
    id,
    createdAt: sampleMoment(0),
    site: 'demo',
    tokenHash: `hash of ${id}`,
    customerId: null,
    signed: false,
    expiresAt: sampleMoment(3600),
    ...change,
  }
}

export function sampleArticle(id: string, change: Partial<Article> = {}): Article {
  return {
    id,
    createdAt: sampleMoment(0),
    site: 'demo',
    locale: 'en',
    articleId: id,
    slug: id,
    title: 'How to sign in',
    summary: null,
    collectionId: null,
    keywords: [],
    position: 0,
    audience: 'public',
    status: 'published',
    pages: [],
    updatedAt: sampleMoment(0),
    markdown: 'Open the page.',
    body: [],
    source: 'folder',
    hash: 'h1',
    ...change,
  }
}
