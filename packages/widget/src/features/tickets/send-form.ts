import type { WaypostError } from '@waypost/sdk/client'
import type { NewTicket } from '@waypost/sdk/contract'
import { newKey } from '../../foundation/new-key.js'
import type { PanelContext } from '../../foundation/panel-context.js'
import type { SiteForm } from './fields/create-site-form.js'
import type { FormAnswer } from './form-answer.js'
import type { FormQueue } from './form-queue.js'
import type { FormWords } from './form-words.js'
import { refusalOf } from './refusal.js'
import { toTicket } from './to-ticket.js'

/** A question on its way: one key for all tries, and what those said that may have arrived. */
export interface TicketSending {
  key: string
  tried: readonly NewTicket[]
  /** The session of the visitor who tried. */
  by?: string | undefined
}

export interface SendFormDeps {
  panel: PanelContext
  asksContact: boolean
  site: SiteForm | undefined
  queue: FormQueue
  /** What was taken back after it had been tried. */
  unsent: TicketSending | undefined
  /** Called before it is handed on, in case that is cut short. */
  keep: (sending: TicketSending) => void
  /** It stands in the outbox, which keeps it from now on. */
  left: () => void
}

/** Puts the words of the form into the outbox, once; says what became of them so far. */
export async function sendForm(
  words: FormWords,
  { panel, asksContact, site, queue, unsent, keep, left }: SendFormDeps,
): Promise<FormAnswer> {
  try {
    await queue.open()
    // The same words may be on their way from another tab: then these are those.
    const same = queue.items.find(({ draft }) => JSON.stringify(draft) === JSON.stringify(words))
    const sending = unsent ?? { key: newKey(), tried: [] }
    const { key } = same ?? sending
    if (!same) {
      keep(sending)
      const body = { ...toTicket(words, asksContact, panel), ...site?.ticket() }
      await queue.add({ kind: 'ticket', ...sending, body, draft: words })
    }
    left()
    const { ticket, failed } = await queue.whenKnown(key)
    if (ticket) return { ticket }
    return failed ? { failed, ...refusalOf(failed.why, site?.names()) } : { waits: true }
  } catch (error) {
    const { code } = error as Partial<WaypostError>
    if (code === 'aborted') return { trouble: { why: 'stopped' } }
    if (code === 'storage_full') return { trouble: { why: 'full' } }
    // Nothing that sends it could be fetched.
    return { trouble: { why: navigator.onLine ? 'unreachable' : 'no-network' } }
  }
}
