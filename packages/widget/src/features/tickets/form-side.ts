import type { TicketKind, TicketPrefill } from '@waypost/sdk/contract'
import type { CSSResult } from 'lit'
import type { FormFaults, FormName } from './check-form.js'
import type { FormWords } from './form-words.js'
import type { KnownRequester } from './known-requester.js'

/** The form, as far as its parts know it: what stands in it, and what they may do. */
export interface FormSide {
  readonly words: FormWords
  readonly faults: FormFaults
  readonly kind: TicketKind
  readonly sending: boolean
  /** Whom we know; `null` is asked for name and address, `undefined` is not known yet. */
  readonly requester: KnownRequester | null | undefined
  /** What the host put in last. */
  readonly given: TicketPrefill | undefined
  change(change: Partial<FormWords>): void
  /** A field that was left: what has been mended in it is no fault any more. */
  recheck(field: FormName): void
  wear(styles: CSSResult[]): void
  /** Something that is drawn there has come. */
  redraw(): void
}
