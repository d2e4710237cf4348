import { describe, expect, it } from 'vitest'
import type { Tables } from '../../../domain/storage.js'
import type { StoredRecord, TableDeclaration } from '../../../foundation/records.js'
import {
  sampleArticle,
  sampleMessage,
  sampleMoment,
  sampleSession,
  sampleTicket,
} from '../../../testing/storage/sample-records.js'
import { declaredTables, storeTables } from './declared-tables.js'
import { steps } from './steps.js'

type RecordOf<D> = D extends TableDeclaration<infer T, string> ? T : never

const born = { createdAt: sampleMoment(0) }
const origin = { key: 'request', body: 'body' }
const noFile = { type: 'image/png', size: 1, width: null, height: null }
const { author: _, number: __, ...message } = sampleMessage('not_1')

/** One of each, with everything that an index looks at. */
const samples: { readonly [K in keyof Tables]: RecordOf<Tables[K]> } = {
  tickets: sampleTicket('tic_1', { status: 'open', assigneeId: 'agt_1', unread: [2], origin }),
  messages: sampleMessage('msg_1', { number: 12, origin }),
  notes: { ...message, author: { id: 'agt_1', name: 'Kim' }, origin },
  attachments: {
    ...{ ...born, id: 'att_1', site: 'demo', uploaderId: 'ses_1', isWhole: true, origin },
    file: { ...noFile, ...born, id: 'att_1', name: 'screen.png' },
    ...{ ticketId: null, messageId: null, endsAt: sampleMoment(3600) },
  },
  counters: { ...born, id: 'demo|tickets', value: 1 },
  customers: {
    ...{ ...born, id: 'cus_1', site: 'demo', name: null, email: 'Asa@Example.com' },
    verification: 'none',
    ...{ identity: { issuer: 'https://a.example', subject: '7' }, segments: [] },
  },
  sessions: sampleSession('ses_1'),
  signInCodes: {
    ...{ ...born, id: 'cod_1', site: 'demo', address: 'asa@example.com', tries: 0 },
    expiresAt: sampleMoment(60),
  },
  revocations: {
    ...{ ...born, id: 'rev_1', site: 'demo', issuer: 'host', subject: 'ada' },
    expiresAt: sampleMoment(60),
  },
  agents: {
    ...{ ...born, id: 'agt_1', email: 'Kim@Example.com', name: null, role: 'admin' },
    tokenHash: 'hash',
  },
  articles: sampleArticle('art_1', { collectionId: 'col_1', position: -2.5 }),
  collections: {
    ...{ ...born, id: 'col_1', site: 'demo', locale: 'en', collectionId: 'col_1' },
    ...{ slug: 'col', title: 'First', summary: null, position: 3, source: 'folder', hash: 'h1' },
  },
  searchRules: { ...born, id: 'rul_1', site: 'demo' } as RecordOf<Tables['searchRules']>,
  education: {
    ...{ ...born, id: 'demo|en|course|get-paid', site: 'demo', kind: 'course', audience: 'public' },
    ...{ contentId: 'get-paid', locale: 'en', status: 'published' },
  } as RecordOf<Tables['education']>,
  manuscripts: {
    ...{ ...born, id: 'demo|course|en|get-paid', site: 'demo', kind: 'course', locale: 'en' },
    contentId: 'get-paid',
  } as RecordOf<Tables['manuscripts']>,
  progress: {
    ...{ ...born, id: 'demo|cus_1|get-paid', site: 'demo', learnerId: 'cus_1' },
    contentId: 'get-paid',
  } as RecordOf<Tables['progress']>,
  attempts: {
    ...{ ...born, id: 'att_2', site: 'demo', learnerId: 'cus_1', courseId: 'get-paid' },
    ...{ lessonId: 'get-paid/first', origins: [origin] },
  } as unknown as RecordOf<Tables['attempts']>,
  votes: { ...born, id: 'vot_1', site: 'demo', articleId: 'a', origin } as RecordOf<
    Tables['votes']
  >,
  counts: { ...born, id: 'cou_1', site: 'demo', topic: 'search', day: '2026-01-05' } as RecordOf<
    Tables['counts']
  >,
  leases: { ...born, id: 'content' } as RecordOf<Tables['leases']>,
  nodes: { ...born, id: 'nod_1' } as RecordOf<Tables['nodes']>,
  toldSettings: { ...born, id: 'demo', digest: 'hash' },
  spendings: { ...born, id: 'hash', expiresAt: sampleMoment(60), points: 1 },
  mails: {
    ...{ ...born, id: 'mai_1', site: 'demo', to: 'asa@example.com', isProven: false, tries: 0 },
    ...{ locale: null, isSent: false, dueAt: sampleMoment(5), expiresAt: sampleMoment(60) },
    matter: { kind: 'ticket-replied', ticketId: 'tic_1' },
  },
  audit: {
    ...{ ...born, id: '000000000001', site: 'demo', by: 'agt_1', deed: 'ticket.replied' },
    ...{ object: 'tic_1', hash: 'h1' },
  },
  erasures: { ...born, id: 'era_1', site: 'demo', customerIds: ['cus_1'] },
}

const entries = [...storeTables].flatMap(([store, table]) =>
  table
    .entriesOf(samples[store as keyof Tables] as StoredRecord)
    .map(({ index, key, sort }) => `${table.name}.${index} ${key} < ${sort.slice(0, 30)}`),
)

const texts = [...storeTables].flatMap(([store, table]) => {
  const text = table.textOf(samples[store as keyof Tables] as StoredRecord)
  return text ? [[table.name, text]] : []
})

describe('the declared tables', () => {
  // A database keeps what they gave before: raise INDEXES or TEXTS in declared-tables.ts with a change
  // here, add a step, and every database makes them anew at its next start.
  it('give the entries that databases hold', () => {
    expect(entries).toMatchInlineSnapshot(`
      [
        "tickets.requester cus_1 < 2026-01-05T08:00:00.000Z",
        "tickets.address demo|asa@example.com < 2026-01-05T08:00:00.000Z",
        "tickets.unread cus_1 < 2026-01-05T08:00:00.000Z",
        "tickets.unreadAt demo|asa@example.com < 2026-01-05T08:00:00.000Z",
        "tickets.queue demo|| < 2026-01-05T08:00:00.000Z",
        "tickets.queue demo|open| < 2026-01-05T08:00:00.000Z",
        "tickets.queue demo||agt_1 < 2026-01-05T08:00:00.000Z",
        "tickets.queue demo|open|agt_1 < 2026-01-05T08:00:00.000Z",
        "tickets.origin request < 2026-01-05T08:00:00.000Z",
        "messages.ticket tic_1 < 00000012",
        "messages.author cus_1 < 2026-01-05T08:00:00.000Z",
        "messages.origin request < 2026-01-05T08:00:00.000Z",
        "notes.ticket tic_1 < 2026-01-05T08:00:00.000Z",
        "notes.origin request < 2026-01-05T08:00:00.000Z",
        "attachments.waiting ses_1 < 2026-01-05T08:00:00.000Z",
        "attachments.ending  < 2026-01-05T09:00:00.000Z",
        "attachments.origin request < 2026-01-05T08:00:00.000Z",
        "customers.identity ["demo","https://a.example","7"] < 2026-01-05T08:00:00.000Z",
        "customers.site demo < 2026-01-05T08:00:00.000Z",
        "customers.email demo|asa@example.com < 2026-01-05T08:00:00.000Z",
        "sessions.token hash of ses_1 < 2026-01-05T08:00:00.000Z",
        "signInCodes.address demo|asa@example.com < 2026-01-05T08:00:00.000Z",
        "revocations.identity ["demo","host","ada"] < 2026-01-05T08:00:00.000Z",
        "agents.all  < 2026-01-05T08:00:00.000Z",
        "agents.token hash < 2026-01-05T08:00:00.000Z",
        "agents.email kim@example.com < 2026-01-05T08:00:00.000Z",
        "articles.site demo < 2026-01-05T08:00:00.000Z",
        "articles.locale demo|en| < 00999999997.500 How to sign in",
        "articles.collection demo|en|col_1 < 00999999997.500 How to sign in",
        "articles.slug demo|en|art_1 < 2026-01-05T08:00:00.000Z",
        "articles.translations demo|art_1 < 2026-01-05T08:00:00.000Z",
        "collections.site demo < 2026-01-05T08:00:00.000Z",
        "collections.locale demo|en| < 01000000003.000 First",
        "searchRules.site demo < 2026-01-05T08:00:00.000Z",
        "votes.article demo|a < 2026-01-05T08:00:00.000Z",
        "votes.day demo|2026-01-05 < 2026-01-05T08:00:00.000Z",
        "votes.origin request < 2026-01-05T08:00:00.000Z",
        "education.site demo < 2026-01-05T08:00:00.000Z",
        "education.offered demo < 2026-01-05T08:00:00.000Z",
        "education.made demo|course|en|get-paid < 2026-01-05T08:00:00.000Z",
        "education.translations demo|get-paid < 2026-01-05T08:00:00.000Z",
        "manuscripts.site demo < get-paid en",
        "manuscripts.content demo|get-paid < 2026-01-05T08:00:00.000Z",
        "progress.site demo < 2026-01-05T08:00:00.000Z",
        "progress.learner demo|cus_1 < 2026-01-05T08:00:00.000Z",
        "progress.content demo|get-paid < 2026-01-05T08:00:00.000Z",
        "attempts.learner demo|cus_1 < 2026-01-05T08:00:00.000Z",
        "attempts.course demo|cus_1|get-paid < 2026-01-05T08:00:00.000Z",
        "attempts.lesson demo|get-paid/first < 2026-01-05T08:00:00.000Z",
        "attempts.origin request < 2026-01-05T08:00:00.000Z",
        "counts.day demo|search|2026-01-05 < 2026-01-05T08:00:00.000Z",
        "nodes.all  < 2026-01-05T08:00:00.000Z",
        "mails.to asa@example.com < 2026-01-05T08:00:05.000Z",
        "mails.waiting  < 2026-01-05T08:00:05.000Z",
        "mails.ticket tic_1 < 2026-01-05T08:00:00.000Z",
        "mails.notice tic_1 < 2026-01-05T08:00:00.000Z",
        "audit.all  < 000000000001",
        "erasures.all  < 2026-01-05T08:00:00.000Z",
      ]
    `)
  })

  it('give the texts that databases hold', () => {
    expect(texts).toMatchInlineSnapshot(`
      [
        [
          "tickets",
          {
            "dictionary": "pg_catalog.swedish_stem",
            "of": "tic_1",
            "terms": "wp-1001 asa@example.com wp 1001 cannot sign in パス スワ ワー ード asa ace oneil example com",
            "words": "wp 1001 cannot sign in パス スワ ワー ード åsa ace o'neil asa example com",
          },
        ],
        [
          "messages",
          {
            "dictionary": null,
            "of": "tic_1",
            "terms": "first line second",
            "words": "",
          },
        ],
        [
          "notes",
          {
            "dictionary": null,
            "of": "tic_1",
            "terms": "first line second",
            "words": "",
          },
        ],
      ]
    `)
  })

  // An older server knows a database as newer by its schema alone. Without a step it would make the
  // entries anew by its own declarations, and all newer ones would answer 503.
  it('belong to a schema: whatever changes here adds a step to steps.ts, if only `select;`', () => {
    const signatures = declaredTables.map(({ name, signature }) => `${name} ${signature}`)
    expect([`schema ${steps.length}`, ...signatures]).toMatchInlineSnapshot(`
      [
        "schema 4",
        "tickets 1:address,done,group,origin,queue,requester,unread,unreadAt:2",
        "messages 1:author,origin,ticket:2",
        "notes 1:origin,ticket:2",
        "attachments 1:ending,origin,ticket,waiting",
        "counters 1:",
        "customers 1:address,email,identity,site",
        "sessions 1:customer,token",
        "signInCodes 1:address",
        "revocations 1:identity",
        "agents 1:all,email,token",
        "articles 1:collection,locale,site,slug,translations",
        "collections 1:locale,site",
        "searchRules 1:site",
        "votes 1:article,day,origin",
        "education 1:made,offered,site,translations",
        "manuscripts 1:content,site",
        "progress 1:content,learner,site",
        "attempts 1:course,learner,lesson,origin",
        "counts 1:day",
        "leases 1:",
        "nodes 1:all",
        "toldSettings 1:",
        "spendings 1:",
        "mails 1:notice,ticket,to,waiting",
        "audit 1:all",
        "erasures 1:all",
        "events 1:",
      ]
    `)
  })

  it('have a name of their own each, which SQL takes', () => {
    const names = declaredTables.map(({ name }) => name)
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
    for (const name of names) expect(name).toMatch(/^[a-z][a-zA-Z]{0,50}$/)
  })
})
