import type { WaypostError } from '@waypost/sdk/client'
import type { CreatedTicket, TicketPrefill } from '@waypost/sdk/contract'
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { PanelContext } from '../../foundation/panel-context.js'
import { checkForm, type FormFaults, type FormField, faultsOf } from './check-form.js'
import { createDraft, type DraftStore } from './draft.js'
import { type FormWords, isBlank, noWords, prefilled, toTicket } from './form-words.js'
import { type KnownRequester, knownRequester } from './known-requester.js'
import { newKey } from './new-key.js'
import { sendTicket, type TicketSending, withTry } from './send-ticket.js'
import { ticketContext } from './ticket-context.js'
import { type Trouble, troubleOf } from './trouble.js'

/** The words of the form, how they are kept, and how they go out: once, whatever happens. */
export class FormController implements ReactiveController {
  words: FormWords = noWords
  faults: FormFaults = {}
  /** The words stand in the draft: what the host put in does so only with words of the person. */
  kept = false
  phase: 'writing' | 'sending' | 'sent' = 'writing'
  trouble: Trouble | undefined
  created: CreatedTicket | undefined
  /** Whom we know; `null` is asked for name and address, `undefined` is not known yet. */
  requester: KnownRequester | null | undefined
  /** What stood here when the form was opened: kept words, or words whose sending was cut short. */
  restored: 'kept' | 'interrupted' | undefined
  /** Other words that can take the place of these: from another tab, or from before a fresh start. */
  other: { words: FormWords; from: 'tab' | 'start' } | undefined

  #draft: DraftStore<FormWords, TicketSending> | undefined
  #unsent: TicketSending | undefined
  #touched = false
  /** What the host put in last. */
  #given: TicketPrefill | undefined
  #known: Promise<void> | undefined
  readonly #host: ReactiveControllerHost
  readonly #panel: () => PanelContext

  constructor(host: ReactiveControllerHost, panel: () => PanelContext) {
    this.#host = host
    this.#panel = panel
    host.addController(this)
  }

  hostConnected(): void {
    addEventListener('focus', this.#lookElsewhere)
    addEventListener('online', this.#online)
    document.addEventListener('visibilitychange', this.#lookElsewhere)
  }

  hostDisconnected(): void {
    removeEventListener('focus', this.#lookElsewhere)
    removeEventListener('online', this.#online)
    document.removeEventListener('visibilitychange', this.#lookElsewhere)
  }

  /** Begins with what was kept, then with what the host knows. */
  open(prefill: TicketPrefill | undefined): void {
    const { keep } = this.#panel()
    this.phase = 'writing'
    this.created = this.other = this.restored = undefined
    this.#draft = createDraft({ keep, name: 'form', isBlank })
    const kept = this.#draft.read()
    this.#adopt(kept?.words, kept?.unsent)
    if (kept?.other) this.other = { words: kept.other, from: 'tab' }
    if (!isBlank(this.words)) this.restored = this.#unsent ? 'interrupted' : 'kept'
    this.prefill(prefill)
    this.#known = this.#meet()
  }

  prefill(prefill: TicketPrefill | undefined): void {
    this.#set({ words: prefilled(this.words, prefill, this.#given) })
    this.#given = prefill
  }

  change(change: Partial<FormWords>): void {
    this.#touched = true
    this.#set({ words: { ...this.words, ...change }, restored: undefined })
    this.#write()
  }

  /** A field that was left: what has been mended in it is no fault any more. */
  recheck(field: FormField): void {
    if (!this.faults[field] || checkForm(this.words, this.requester === null)[field]) return
    const { [field]: _, ...faults } = this.faults
    this.#set({ faults })
  }

  /** An empty form; the words from before can be had back. */
  startOver(): void {
    const { words } = this
    this.#unsent = undefined
    this.#set({ restored: undefined, trouble: undefined, faults: {} })
    this.#set({ words: noWords, other: { words, from: 'start' } })
    this.#draft?.clear()
    this.kept = false
  }

  /** The other words here, and these there: nothing is lost by looking. */
  showOther(): void {
    const { words, other } = this
    if (!other) return
    this.#touched = true
    const swapped = isBlank(words) ? undefined : { words, from: other.from }
    this.#set({ words: other.words, other: swapped, restored: undefined })
    this.#write()
  }

  /** Sends what stands here, or says what is missing. Calling it twice sends once. */
  async send(): Promise<void> {
    if (this.phase === 'sending') return
    this.#set({ phase: 'sending', trouble: undefined, restored: undefined })
    await this.#known
    const asksContact = this.requester === null
    const faults = checkForm(this.words, asksContact)
    this.#set({ faults })
    if (Object.keys(faults).length > 0) return this.#set({ phase: 'writing' })

    const panel = this.#panel()
    const ticket = toTicket(this.words, { asksContact, context: ticketContext(panel) })
    const sending = this.#unsent ?? this.#sendingElsewhere() ?? { key: newKey(), tried: [] }
    this.#unsent = withTry(sending, ticket)
    this.#write()
    try {
      this.#arrived(panel, await sendTicket(panel.client.tickets, this.#unsent))
    } catch (error) {
      this.#failed(error as WaypostError)
    }
  }

  /** The same words may be on their way from another tab: then this is one more try of those. */
  #sendingElsewhere(): TicketSending | undefined {
    const kept = this.#draft?.peek()
    const isSame = JSON.stringify(kept?.words) === JSON.stringify(this.words)
    return isSame ? kept?.unsent : undefined
  }

  #arrived({ emit }: PanelContext, created: CreatedTicket): void {
    this.#unsent = undefined
    this.#draft?.clear()
    if (this.other?.from === 'tab') this.#draft?.write({ words: this.other.words })
    this.#set({ phase: 'sent', created, words: noWords })
    const { id: ticketId, reference } = created.ticket
    emit('ticket:opened', { ticketId, reference })
  }

  #failed(error: WaypostError): void {
    const faults = error.code === 'invalid_input' ? faultsOf(error.errors) : {}
    if (faults.email || faults.name) this.requester = null
    const isMended = Object.keys(faults).length > 0
    const trouble = isMended ? undefined : troubleOf(error)
    this.#set({ phase: 'writing', faults, trouble })
  }

  async #meet(): Promise<void> {
    const requester = await knownRequester(this.#panel())
    if (this.requester === undefined) this.#set({ requester })
  }

  readonly #online = (): void => {
    if (this.trouble?.why === 'no-network') void this.send()
  }

  /** Two tabs, one draft: newer words come over, but never over words that were typed here. */
  readonly #lookElsewhere = (): void => {
    if (document.visibilityState !== 'visible' || this.phase !== 'writing') return
    if (!this.#draft?.changedElsewhere()) return
    const kept = this.#draft.read()
    if (!this.#touched) this.#adopt(kept?.words, kept?.unsent)
    else if (kept && !isBlank(kept.words)) this.#set({ other: { words: kept.words, from: 'tab' } })
  }

  #adopt(words: FormWords | undefined, unsent: TicketSending | undefined): void {
    this.#touched = false
    this.#unsent = unsent
    const all = { ...noWords, ...words }
    this.#set({ words: all, kept: !isBlank(all) })
  }

  #write(): void {
    const other = this.other?.from === 'tab' ? { other: this.other.words } : {}
    const unsent = this.#unsent && { unsent: this.#unsent }
    const kept = this.#draft?.write({ words: this.words, ...other, ...unsent })
    this.#set({ kept: !isBlank(this.words) })
    if (kept?.other && !this.other) this.#set({ other: { words: kept.other, from: 'tab' } })
  }

  #set(change: Partial<FormController>): void {
    Object.assign(this, change)
    this.#host.requestUpdate()
  }
}
