import type { TicketKind, TicketPrefill } from '@waypost/sdk/contract'
import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { defineElement } from '../../foundation/define-element.js'
import type { Translator } from '../../foundation/i18n.js'
import { enForm } from '../../foundation/messages/en-form.js'
import { enWriting } from '../../foundation/messages/en-writing.js'
import type { PanelContext } from '../../foundation/panel-context.js'
import { replyTime } from '../../foundation/reply-time.js'
import { base } from '../../ui/base.styles.js'
import { bones } from '../../ui/bones.styles.js'
import { button } from '../../ui/button.styles.js'
import { field } from '../../ui/field.styles.js'
import { notice } from '../../ui/notice.styles.js'
import { rows } from '../../ui/rows.styles.js'
import { view } from '../../ui/view.styles.js'
import { TitledEvent } from '../../ui/view-events.js'
import type { FormField } from './check-form.js'
import { contact } from './contact-view.styles.js'
import { FormController } from './form-controller.js'
import { renderField } from './render-field.js'
import { renderOrigin, renderSummary, renderUnsent } from './render-form-notices.js'
import { knownKinds, renderKinds } from './render-kinds.js'
import { renderSent, renderSentFoot } from './render-sent.js'
import { renderSuggestions } from './render-suggestions.js'
import { type Place, SuggestionsController } from './suggestions-controller.js'
import { smallCheckIcon } from './ticket-icons.js'
import { trail } from './trail.styles.js'

const tag = 'waypost-contact-view'

export const english = { ...enForm, ...enWriting }

/**
 * The form that opens a request. Every word is kept as it is typed, and goes out once.
 *
 * @summary Ask us.
 * @event {NavigateEvent} waypost-navigate - To an article that may answer, the request, or home.
 * @event {TitledEvent} waypost-titled - The words of the panel's head.
 */
export class ContactView extends LitElement {
  static override styles = [base, view, button, notice, rows, field, bones, trail, contact]
  static override properties = {
    panel: { attribute: false },
    // Whoever puts words in wants a form, be they the same words as before.
    prefill: { attribute: false, hasChanged: () => true },
  }

  declare panel: PanelContext
  /** Put in where the person has written nothing; may come later as well. */
  declare prefill: TicketPrefill | undefined

  readonly #form = new FormController(this, () => this.panel)
  readonly #suggestions = new SuggestionsController(this, () => this.panel)
  #shown: FormController['phase'] = 'writing'
  #begun = false

  protected override willUpdate(changed: PropertyValues<this>): void {
    const isOver = changed.has('prefill') && this.#form.phase === 'sent'
    if (!this.#begun || isOver) this.#form.open(this.prefill)
    else if (changed.has('prefill')) this.#form.prefill(this.prefill)
    this.#begun = true
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('panel')) {
      this.dispatchEvent(new TitledEvent(this.panel.translator.t('form.title')))
    }
    const { phase } = this.#form
    if (phase === this.#shown) return
    this.#shown = phase
    if (phase === 'sent') this.#focusOn('.arrived h2')
    else if (phase === 'writing') this.#focusOn('.summary, .unsent')
  }

  #focusOn(selector: string): void {
    const place = this.renderRoot.querySelector<HTMLElement>(selector)
    place?.focus({ preventScroll: true })
    place?.scrollIntoView({ block: 'nearest' })
  }

  get #kind(): TicketKind {
    const { kind } = this.#form.words
    const kinds = knownKinds(this.panel.settings?.form.kinds)
    return kind || (kinds.includes('question') ? 'question' : (kinds[0] ?? 'question'))
  }

  readonly #typed = (event: Event): void => {
    const { name, value } = event.target as HTMLInputElement
    this.#form.change({ [name]: value })
    if (name !== 'subject' && name !== 'message') return
    const { subject, message } = this.#form.words
    this.#suggestions.ask(`${subject}\n${message}`, name satisfies Place)
  }

  readonly #send = async (event?: Event): Promise<void> => {
    event?.preventDefault()
    if (!this.#form.words.kind) this.#form.words = { ...this.#form.words, kind: this.#kind }
    await this.#form.send()
    await this.updateComplete
    this.#focusOn('.summary')
  }

  protected override render() {
    const { panel } = this
    if (!panel) return nothing
    const { translator } = panel
    const { phase, created, trouble, faults } = this.#form
    if (phase === 'sent' && created) {
      return html`${renderSent(created.ticket, panel)}${renderSentFoot(created.ticket.id, panel)}`
    }
    const items = this.#suggestions.items.length
    return html`${phase === 'sending' ? nothing : renderOrigin(this.#form, translator)}
      <div class="body">
        <form id="form" novalidate @submit=${this.#send}>
          <fieldset class="form" ?disabled=${phase === 'sending'}>
            ${renderSummary(faults, translator, (name) => this.#focusOn(`#${name}`))}
            ${trouble ? renderUnsent(trouble, translator, this.#send) : nothing}
            ${this.#renderFields(translator)}
          </fieldset>
        </form>
        <p class="sr" role="status">
          ${items > 0 ? translator.t('form.suggestions.count', { n: items }) : nothing}
        </p>
      </div>
      ${this.#renderFoot(translator)}`
  }

  #renderFields(translator: Translator) {
    const { t } = translator
    const { settings } = this.panel
    const kinds = knownKinds(settings?.form.kinds)
    const kind = this.#kind
    const promise = replyTime(settings, translator)
    return html`${
      promise ? html`<p class="hours"><span class="dot"></span>${promise}</p>` : nothing
    }
      ${
        kinds.length > 1
          ? renderKinds(kinds, translator, {
              chosen: kind,
              choose: (chosen) => this.#form.change({ kind: chosen }),
            })
          : nothing
      }
      ${this.#renderField('subject', t('form.subject'))} ${this.#renderSuggestions('subject')}
      ${this.#renderField(
        'message',
        t(kind === 'question' ? 'form.message' : `form.message.${kind}`),
        kind === 'callback' ? t('form.message.callback-help') : undefined,
      )}
      ${this.#renderSuggestions('message')}
      ${
        this.#form.requester === null
          ? html`${this.#renderField('email', t('form.email'), t('form.email.help'))}
            ${this.#renderField('name', t('form.name'))}`
          : nothing
      }`
  }

  #renderField(name: FormField, label: string, help?: string) {
    const { words, faults } = this.#form
    const [value, why] = [words[name], faults[name]]
    const optional = name === 'name'
    const left = () => this.#form.recheck(name)
    const parts = { name, label, help, value, why, optional, typed: this.#typed, left }
    return renderField(parts, this.panel.translator)
  }

  #renderSuggestions(place: Place) {
    const { items, place: here } = this.#suggestions
    return here === place ? renderSuggestions(items, this.panel) : nothing
  }

  #renderFoot({ t }: Translator) {
    const { kept, phase } = this.#form
    const isSending = phase === 'sending'
    const draft = kept
      ? html`<span class="good">${smallCheckIcon}</span>${t('form.kept')}`
      : t('form.keeps')
    return html`<div class="foot">
      <span class="tiny quiet grow kept">${isSending ? t('form.safe') : draft}</span>
      <button
        class="btn main waits"
        type="submit"
        form="form"
        aria-busy=${isSending ? 'true' : nothing}
      >
        ${isSending ? html`<span class="spin"></span>` : nothing}${t('form.send')}
      </button>
      <p class="sr" role="status">${isSending ? t('form.sending') : nothing}</p>
    </div>`
  }
}

/** Makes the element known; a second call changes nothing. */
export function defineContactView(): void {
  defineElement(tag, ContactView)
}

declare global {
  interface HTMLElementTagNameMap {
    'waypost-contact-view': ContactView
  }
}
