import type { Ticket } from '@waypost/sdk/contract'
import type { FormFaults } from './check-form.js'

/** What came of a try: a ticket; or what is wrong with the words, or why there is no answer. */
export interface FormAnswer {
  ticket?: Ticket
  faults?: FormFaults
  trouble?: Trouble
}

/** Why the form could not be sent, as the words about it are called. */
export interface Trouble {
  why: 'no-network' | 'unreachable' | 'busy' | 'busy-for' | 'expired' | 'stopped' | 'failed'
  /** In words, until another try is welcome. */
  wait?: string
}
