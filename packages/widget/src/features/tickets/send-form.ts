import type { WaypostError } from '@waypost/sdk/client'
import type { Ticket } from '@waypost/sdk/contract'
import type { PanelContext } from '../../foundation/panel-context.js'
import type { FormFaults } from './check-form.js'
import type { FormWords } from './form-words.js'
import { refusalOf } from './refusal.js'
import { sendTicket, type TicketSending, withTry } from './send-ticket.js'
import { toTicket } from './to-ticket.js'

export interface SendFormDeps {
  panel: PanelContext
  asksContact: boolean
  /** The tries before this one. */
  sending: TicketSending
  /** Called with this one before anything goes out. */
  keep: (sending: TicketSending) => void
}

/** What came of a try: a ticket; or what is wrong with the words, or why there is no answer. */
export interface FormAnswer {
  ticket?: Ticket
  faults?: FormFaults
  trouble?: Trouble
}

/** Why the form could not be sent, as the words about it are called. */
export interface Trouble {
  why: 'no-network' | 'unreachable' | 'busy' | 'busy-for' | 'expired' | 'failed'
  /** In words, until another try is welcome. */
  wait?: string
}

/** Sends the words of the form: once, however often it is tried. */
export async function sendForm(
  words: FormWords,
  { panel, asksContact, sending, keep }: SendFormDeps,
): Promise<FormAnswer> {
  const now = withTry(sending, toTicket(words, asksContact, panel))
  keep(now)
  try {
    const { ticket } = await sendTicket(panel.client.tickets, now)
    return { ticket }
  } catch (error) {
    return refusalOf(error as WaypostError, panel.translator.locale)
  }
}
