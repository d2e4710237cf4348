import type { RecordStore, TableDeclaration } from '../foundation/records.js'
import { attachmentTable } from './attachments/attachment-store.js'
import { auditTable } from './audit/audit-store.js'
import { spendingTable } from './budgets/budget-store.js'
import { educationTable } from './education/content-store.js'
import { manuscriptTable } from './education/manuscript-store.js'
import { attemptTable, progressTable } from './education/progress-store.js'
import type { EventLog } from './event-log.js'
import { agentTable } from './identity/agent-store.js'
import { customerTable, sessionTable } from './identity/customer-store.js'
import { revocationTable } from './identity/revocation-store.js'
import { signInCodeTable } from './identity/sign-in-code-store.js'
import { countTable } from './insights/count-store.js'
import { articleTable, collectionTable } from './knowledge/article-store.js'
import { searchRulesTable } from './knowledge/search-rules-store.js'
import { voteTable } from './knowledge/vote-store.js'
import { leaseTable, nodeTable } from './leases/lease-store.js'
import { mailTable } from './notifications/mail-store.js'
import { erasureTable } from './privacy/erasure-store.js'
import { toldSettingsTable } from './sites/told-settings.js'
import { counterTable } from './tickets/counter-store.js'
import { messageTable, noteTable } from './tickets/message-store.js'
import { ticketTable } from './tickets/ticket-store.js'

/** Everything that is kept. A new room adds its tables here; every adapter then keeps them. */
export const tables = {
  tickets: ticketTable,
  messages: messageTable,
  notes: noteTable,
  attachments: attachmentTable,
  counters: counterTable,
  customers: customerTable,
  sessions: sessionTable,
  signInCodes: signInCodeTable,
  revocations: revocationTable,
  agents: agentTable,
  articles: articleTable,
  collections: collectionTable,
  searchRules: searchRulesTable,
  votes: voteTable,
  education: educationTable,
  manuscripts: manuscriptTable,
  progress: progressTable,
  attempts: attemptTable,
  counts: countTable,
  leases: leaseTable,
  nodes: nodeTable,
  toldSettings: toldSettingsTable,
  spendings: spendingTable,
  mails: mailTable,
  audit: auditTable,
  erasures: erasureTable,
} as const

export type Tables = typeof tables
export type TableName = keyof Tables

type StoreOf<D> = D extends TableDeclaration<infer T, infer I> ? RecordStore<T, I> : never

/** What one piece of work sees: every store, and the event log. */
export type Transaction = { readonly [K in TableName]: StoreOf<Tables[K]> } & {
  readonly events: EventLog
}

/** The port on whatever keeps things. All adapters pass `describeStorage` whole. */
export interface Storage {
  /**
   * Runs `work` as if nothing else ran. In it all reads precede the first write; it may run again,
   * so ids, time, hashes and network come before it. A throw leaves nothing. When this resolves,
   * what `work` wrote, and all that it could have read, is safe from a power cut.
   */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>
  /** Nobody else can have this storage meanwhile: what nodes share then need not be written. */
  readonly isAlone?: boolean
  /** Whether it can be reached now; absent where it always can. Costs nothing to ask. */
  isReachable?(): boolean
  /**
   * Resolves when no file of this storage remembers what was deleted before the call; absent where it
   * has no files, or they are not ours to rewrite.
   */
  forgetDeleted?(): Promise<void>
  /** Wakes after commits that added events; the events themselves are read from the log. */
  onEvents(wake: () => void): () => void
  /** Finishes what is under way and lets go of files, locks and connections. */
  close(): Promise<void>
}
