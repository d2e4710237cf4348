import type { ReactiveControllerHost } from 'lit'
import type { PanelContext } from '../../foundation/panel-context.js'
import type { DraftStore } from './draft.js'
import type { FormWords } from './form-words.js'
import type { TicketSending } from './send-form.js'

export interface ToGoDeps {
  form: { readonly words: FormWords; readonly awaitsSite: boolean }
  /** The view. */
  host: ReactiveControllerHost & Partial<Pick<Node, 'isConnected'>>
  panel: PanelContext
  unsent: TicketSending | undefined
  draft: DraftStore<FormWords, TicketSending> | undefined
}

/**
 * Whether words whose sending was cut short for want of what sends them can go by now: `undefined` for not
 * yet. False where somebody else is here by now, or who wrote them has gone on: here, in another tab, or in a
 * form that was opened since.
 */
export async function isToGo(
  words: FormWords,
  { form, host, panel, unsent, draft }: ToGoDeps,
): Promise<boolean | undefined> {
  const box = await panel.outbox().catch(() => undefined)
  const kept = draft?.peek()
  const isKept = kept?.unsent && kept.unsent.key === unsent?.key
  const isAsItWas = words === form.words && JSON.stringify(words) === JSON.stringify(kept?.words)
  if (!isKept || !isAsItWas || !host.isConnected) return false
  return box && navigator.onLine && !form.awaitsSite ? true : undefined
}
