import type { ReactiveControllerHost } from 'lit'
import type { PanelContext } from '../../foundation/panel-context.js'
import type { DraftStore } from './draft.js'
import type { SiteForm } from './fields/create-site-form.js'
import type { FormWords } from './form-words.js'
import type { TicketSending } from './send-form.js'

export interface ToGoDeps {
  form: {
    readonly words: FormWords
    readonly awaitsSite: boolean
    readonly site: SiteForm | undefined
  }
  /** The view. */
  host: ReactiveControllerHost & Partial<Pick<Node, 'isConnected'>>
  panel: PanelContext
  unsent: TicketSending | undefined
  draft: DraftStore<FormWords, TicketSending> | undefined
}

/**
 * Whether words whose sending was cut short, for want of what sends them or for a file, can go by now: `undefined` for not
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
  // A file that has come since is no word of anybody.
  const written = (of: FormWords) => JSON.stringify(form.site?.written(of) ?? of)
  const isHere = JSON.stringify(form.words) === JSON.stringify(kept?.words)
  const isAsItWas = isHere && written(words) === written(form.words)
  if (!isKept || !isAsItWas || !host.isConnected) return false
  const isHeld = form.awaitsSite || form.site?.isBusy()
  return box && navigator.onLine && !isHeld ? true : undefined
}
