import type { Ticket } from '@waypost/sdk/contract'
import type { FormFaults } from './check-form.js'
import type { QueuedTicket } from './form-queue.js'

/** What came of a try: a ticket; or it waits; or what is wrong with the words, or why it stays here. */
export interface FormAnswer {
  ticket?: Ticket
  /** It goes by itself. */
  waits?: true
  faults?: FormFaults
  trouble?: Trouble
  /** What the server has refused. */
  failed?: QueuedTicket
}

/** Why the form could not be sent, as the words about it are called. */
export interface Trouble {
  why: 'no-network' | 'unreachable' | 'stopped' | 'full' | 'failed'
}
