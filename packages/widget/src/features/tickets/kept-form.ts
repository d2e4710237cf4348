import type { ReactiveControllerHost } from 'lit'
import { listenWhileConnected } from '../../foundation/listen-while-connected.js'
import type { PanelContext } from '../../foundation/panel-context.js'
import { createDraft, type Draft, type DraftStore } from './draft.js'
import { type FormWords, isBlank, noWords } from './form-words.js'
import type { TicketSending } from './send-form.js'

/** The words of the form, kept at each change; words from before or from another tab stand beside them. */
export abstract class KeptForm {
  words: FormWords = noWords
  /** The words stand in the draft: what the host put in does so only with words of the person. */
  kept = false
  /** What stood here when the form was opened: kept words, or words whose sending was cut short. */
  restored: 'restored' | 'interrupted' | undefined
  /** Other words that can take the place of these: from another tab, or from before a fresh start. */
  other:
    | {
        words: FormWords
        from: 'other' | 'started-over' | 'answered'
        /** Goes with its words. */
        unsent?: TicketSending | undefined
      }
    | undefined

  protected readonly host: ReactiveControllerHost
  protected readonly panel: () => PanelContext
  protected draft: DraftStore<FormWords, TicketSending> | undefined
  /** What is being sent, with the key that keeps it from arriving twice. */
  unsent: TicketSending | undefined
  #touched = false

  constructor(host: ReactiveControllerHost, panel: () => PanelContext) {
    this.host = host
    this.panel = panel
    listenWhileConnected(host, {
      focus: this.#lookElsewhere,
      visibilitychange: this.#lookElsewhere,
    })
  }

  /** The words go out at this moment, or have gone. */
  protected abstract get isLeaving(): boolean

  /** Something that is drawn has changed. */
  redraw(): void {
    this.host.requestUpdate()
  }

  protected begin(): void {
    const { keep } = this.panel()
    this.other = this.restored = undefined
    this.draft = createDraft({ keep, name: 'form', isBlank })
    const kept = this.#takeOver()
    if (kept?.other) this.other = { words: kept.other, from: 'other' }
    if (this.kept) this.restored = kept?.unsent ? 'interrupted' : 'restored'
  }

  change(change: Partial<FormWords>): void {
    this.restored = undefined
    this.replace({ ...this.words, ...change }, this.unsent)
  }

  /** Other words stand here now, and count as written here. */
  protected replace(words: FormWords, unsent: TicketSending | undefined): void {
    this.#touched = true
    this.words = words
    this.keep(unsent)
  }

  /** An empty form; the words from before can be had back. */
  startOver(from: 'started-over' | 'answered' = 'started-over'): void {
    this.other = { words: this.words, from }
    this.words = noWords
    this.unsent = this.restored = undefined
    this.kept = false
    this.draft?.clear()
    this.redraw()
  }

  /** The other words here, and these there: nothing is lost by looking. */
  showOther(): void {
    const { words, other, unsent } = this
    if (!other) return
    this.other = isBlank(words) ? undefined : { ...other, words, unsent }
    this.restored = undefined
    this.replace(other.words, other.unsent)
  }

  /** The outbox has the words: the draft is free. */
  protected readonly left = (): void => {
    this.unsent = undefined
    this.draft?.clear()
    if (this.other?.from === 'other') this.draft?.write({ words: this.other.words })
    this.redraw()
  }

  protected keep(unsent: TicketSending | undefined): void {
    const { words, other } = this
    this.unsent = unsent
    const kept = this.draft?.write({
      words,
      ...(other?.from === 'other' && { other: other.words }),
      ...(unsent && { unsent }),
    })
    this.kept = !isBlank(words)
    if (kept?.other && !other) this.other = { words: kept.other, from: 'other' }
    this.redraw()
  }

  /** Two tabs, one draft: newer words come over, but never over words that were typed here. */
  readonly #lookElsewhere = (): void => {
    if (document.visibilityState !== 'visible' || this.isLeaving) return
    if (!this.draft?.changedElsewhere()) return
    if (!this.#touched) return void this.#takeOver()
    const kept = this.draft.read()
    if (kept && !isBlank(kept.words)) this.other = { words: kept.words, from: 'other' }
    this.redraw()
  }

  #takeOver(): Draft<FormWords, TicketSending> | undefined {
    const kept = this.draft?.read()
    this.words = { ...noWords, ...kept?.words }
    this.unsent = kept?.unsent
    this.kept = !isBlank(this.words)
    this.#touched = false
    this.redraw()
    return kept
  }
}
