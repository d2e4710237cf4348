import { attachmentTrace } from './attachments/traces.js'
import { attemptTrace, progressTrace } from './education/traces.js'
import { signInCodeTrace } from './identity/sign-in-code-trace.js'
import { customerTrace, revocationTrace, sessionTrace } from './identity/traces.js'
import { mailTrace } from './notifications/traces.js'
import type { TableName } from './storage.js'
import { messageTrace, noteTrace, ticketTrace } from './tickets/traces.js'
import type { Trace } from './trace.js'

/** Counts, content, the team and the server's own affairs: nothing that is of a customer. */
const OF_NOBODY = {}

/**
 * Everything that a person leaves, by table. A table that is not in this list does not compile, so
 * that nobody can add one and forget who may ask for what it holds, or to be erased from it.
 */
export const traces = {
  tickets: ticketTrace,
  messages: messageTrace,
  notes: noteTrace,
  attachments: attachmentTrace,
  customers: customerTrace,
  sessions: sessionTrace,
  signInCodes: signInCodeTrace,
  progress: progressTrace,
  attempts: attemptTrace,
  mails: mailTrace,
  revocations: revocationTrace,
  counters: OF_NOBODY,
  agents: OF_NOBODY,
  articles: OF_NOBODY,
  education: OF_NOBODY,
  manuscripts: OF_NOBODY,
  collections: OF_NOBODY,
  searchRules: OF_NOBODY,
  // Given without a name: nothing says whose a vote is.
  votes: OF_NOBODY,
  counts: OF_NOBODY,
  leases: OF_NOBODY,
  nodes: OF_NOBODY,
  toldSettings: OF_NOBODY,
  // Under a keyed hash, and over within a day.
  spendings: OF_NOBODY,
  erasures: OF_NOBODY,
  // Ids alone.
  audit: OF_NOBODY,
} satisfies Record<TableName, Trace>
