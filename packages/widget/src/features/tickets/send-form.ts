import type { WaypostError } from '@waypost/sdk/client'
import type { PanelContext } from '../../foundation/panel-context.js'
import type { FormAnswer } from './form-answer.js'
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
