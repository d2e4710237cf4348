import type { PanelTarget, TicketKind, TicketPrefill } from '@waypost/sdk/contract'
import type { PropertyDeclarations } from 'lit'
import { InlineElement } from './inline-element.js'

/** Where the form leads by itself: to what may answer, and to the request that was sent. */
const near: readonly PanelTarget['view'][] = ['form', 'article', 'ticket']

/**
 * The form that opens a request. Every word is kept as it is typed; articles that may answer open in
 * place, and so does the request once it is sent.
 *
 * @summary The form, anywhere on a page.
 */
export class WaypostContactForm extends InlineElement {
  static override properties: PropertyDeclarations = {
    kind: {},
    subject: {},
    message: {},
    name: {},
    email: {},
    prefill: { attribute: false },
  }

  /** What the request is, unless the person chooses another: `question`, `problem` and so on. */
  declare kind: TicketKind | ''
  /** What it is about, in a line; put in where the person has written nothing. */
  declare subject: string
  /** The same for the message. */
  declare message: string
  /** The same for the name of who asks. */
  declare name: string
  /** The same for their address. */
  declare email: string
  /** Answers to the site’s fields and all else that `openForm()` takes; what is set above comes first. */
  declare prefill: TicketPrefill | undefined

  constructor() {
    super()
    this.kind = this.subject = this.message = this.name = this.email = ''
  }

  protected override get target(): PanelTarget {
    const { kind, subject, message, name, email } = this
    const given = Object.entries({ kind, subject, message, name, email }).filter(([, text]) => text)
    const prefill: TicketPrefill = { ...this.prefill, ...Object.fromEntries(given) }
    return { view: 'form', ...((this.prefill || given.length > 0) && { prefill }) }
  }

  protected override leadsTo(view: PanelTarget['view']): boolean {
    return near.includes(view)
  }

  protected override navigate(target: PanelTarget, replace?: boolean): void {
    // From what was sent back to an empty form; home is elsewhere, and nobody asked for it.
    if (target.view === 'home') this.again()
    // The way back from the request leads to the form.
    else super.navigate(target, target.view === 'ticket' ? false : replace)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'waypost-contact-form': WaypostContactForm
  }
}
