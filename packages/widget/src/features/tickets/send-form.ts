import type { WaypostError } from '@waypost/sdk/client'
import type { PanelContext } from '../../foundation/panel-context.js'
import type { Draft } from './draft.js'
import type { SiteForm } from './fields/create-site-form.js'
import type { FormAnswer } from './form-answer.js'
import type { FormWords } from './form-words.js'
import { newKey } from './new-key.js'
import { refusalOf } from './refusal.js'
import { sendTicket, type TicketSending, withTry } from './send-ticket.js'
import { toTicket } from './to-ticket.js'

export interface SendFormDeps {
  panel: PanelContext
  asksContact: boolean
  site: SiteForm | undefined
  /** The tries before this one. */
  unsent: TicketSending | undefined
  /** The draft, which may be another tab's. */
  kept: Draft<FormWords, TicketSending> | undefined
  /** Called with this one before anything goes out. */
  keep: (sending: TicketSending) => void
}

/** Sends the words of the form: once, however often it is tried. */
export async function sendForm(
  words: FormWords,
  { panel, asksContact, site, unsent, kept, keep }: SendFormDeps,
): Promise<FormAnswer> {
  // The same words may be on their way from another tab: then this is one more try of those.
  const isSame = JSON.stringify(kept?.words) === JSON.stringify(words)
  const sending = unsent ?? (isSame ? kept?.unsent : undefined) ?? { key: newKey(), tried: [] }
  const now = withTry(sending, { ...toTicket(words, asksContact, panel), ...site?.ticket() })
  keep(now)
  try {
    const { ticket } = await sendTicket(panel.client.tickets, now)
    return { ticket }
  } catch (error) {
    return refusalOf(error as WaypostError, panel.translator.locale, site?.names())
  }
}
