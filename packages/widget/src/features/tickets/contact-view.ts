import type { TicketPrefill } from '@waypost/sdk/contract'
import { adoptStyles, type CSSResult, html, LitElement, nothing, type PropertyValues } from 'lit'
import type { Translator } from '../../foundation/i18n.js'
import { enForm } from '../../foundation/messages/en-form.js'
import { enWriting } from '../../foundation/messages/en-writing.js'
import type { PanelContext } from '../../foundation/panel-context.js'
import { replyTime } from '../../foundation/reply-time.js'
import { checkIcon } from '../../ui/icons.js'
import { rows } from '../../ui/rows.styles.js'
import { view } from '../../ui/view.styles.js'
import { TitledEvent } from '../../ui/view-events.js'
import type { FormField } from './check-form.js'
import { contact } from './contact-view.styles.js'
import type { Along } from './create-along.js'
import { field } from './field.styles.js'
import { FormController } from './form-controller.js'
import { renderField } from './render-field.js'
import { renderOrigin } from './render-origin.js'
import { renderUnsent } from './render-unsent.js'
import type { Place, SuggestionsController } from './suggestions-controller.js'
import { writing } from './writing.styles.js'

export const english = { ...enForm, ...enWriting }

/**
 * The form that opens a request. Every word is kept as it is typed, and goes out once.
 *
 * @summary Ask us.
 * @event {NavigateEvent} waypost-navigate - To an article that may answer, the request, or home.
 * @event {TitledEvent} waypost-titled - The words of the panel's head.
 */
export class ContactView extends LitElement {
  static override styles = [view, rows, field, writing, contact]
  static override properties = {
    panel: { attribute: false },
    // Whoever puts words in wants a form, be they the same words as before.
    prefill: { attribute: false, hasChanged: () => true },
  }

  declare panel: PanelContext
  /** Put in where the person has written nothing; may come later as well. */
  declare prefill: TicketPrefill | undefined

  readonly #form = new FormController(this, () => this.panel)
  #along: Along | undefined
  #suggestions: SuggestionsController | undefined
  #tries = 0
  /** What has come to the looks of the form. */
  #styles: CSSResult[] | undefined

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('prefill') || !this.hasUpdated) this.#form.open(this.prefill)
    // The settings have come, or another language.
    else if (changed.has('panel')) void this.#form.fetchSite()
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('panel')) {
      this.dispatchEvent(new TitledEvent(this.panel.translator.t('form.title')))
    }
    const { tries, ticket, later, styles, waiting } = this.#form
    const more = ticket ? later?.sentStyles : waiting.isShown ? later?.queueStyles : styles
    if (more !== this.#styles) {
      this.#styles = more
      adoptStyles(this.renderRoot as ShadowRoot, [...ContactView.elementStyles, ...(more ?? [])])
    }
    if (tries === this.#tries) return
    this.#tries = tries
    this.#focusOn('.summary, .unsent, .arrived h2, .still')
  }

  #focusOn(selector: string): void {
    const place = this.renderRoot.querySelector<HTMLElement>(selector)
    place?.focus({ preventScroll: true })
    place?.scrollIntoView({ block: 'nearest' })
  }

  readonly #typed = (event: Event): void => {
    const { name, value } = event.target as HTMLInputElement
    this.#form.change({ [name]: value })
    void this.#suggest(name)
  }

  async #suggest(name: string): Promise<void> {
    const later = await this.#form.fetchLater()
    if ((name !== 'subject' && name !== 'message') || this.panel.canRead === false || !later) return
    this.#suggestions ??= new later.SuggestionsController(this, {
      panel: () => this.panel,
      isAsking: () => this.isConnected && this.#form.kept && !this.#form.ticket,
      drop: () => this.#form.startOver('answered'),
    })
    const { subject, message } = this.#form.words
    this.#suggestions.ask(`${subject}\n${message}`, name)
  }

  /** The button that was pressed has gone. */
  readonly #toNotice = (): void =>
    void this.updateComplete.then(() => this.#focusOn('.strip .link'))

  #send(event: Event): void {
    event.preventDefault()
    void this.#form.send()
  }

  protected override render() {
    if (!this.panel) return nothing
    const { translator } = this.panel
    const form = this.#form
    if (form.ticket) return form.later?.renderSent(form.ticket, this.panel, form.site?.sayReply())
    if (form.waiting.isShown) return form.later?.renderQueue(form.waiting, translator)
    return html`${renderOrigin(form, translator, this.#toNotice)} ${form.later?.renderOther(form, translator)}
      ${form.later?.renderQueueLink(form, translator)}
      <div class="body">
        <form id="form" novalidate @submit=${this.#send}>
          <fieldset class="form" ?disabled=${form.sending}>
            ${form.later?.renderSummary(form, translator, (name) => this.#focusOn(`[id="${name}"]`))}
            ${renderUnsent(form, translator)} ${this.#renderFields(translator)}
          </fieldset>
        </form>
        <p class="sr" role="status">${this.#suggestions?.said}</p>
      </div>
      ${this.#renderFoot(translator)}`
  }

  #renderFields(translator: Translator) {
    const { t } = translator
    const form = this.#form
    const { kind, kinds, about } = form
    const isPlain = !about || kind === 'question' || form.site?.asksPhone()
    const promise = replyTime(this.panel.settings, translator)
    const renderBox = (name: FormField, label: string, help?: string) =>
      renderField({ name, label, help, form, typed: this.#typed }, translator)
    return html`${
      form.site?.renderHours() ??
      (promise
        ? html`<p class="hours small second ${form.awaitsSite ? 'unsure' : ''}">${promise}</p>`
        : nothing)
    }
      ${
        kinds.length > 1
          ? html`<fieldset>
              <legend class="label">${t('form.kind')}</legend>
              <div class="kinds">
                ${about?.renderKinds(form, kinds, translator) ?? kinds.map(() => html`<i class="btn kind"></i>`)}
              </div>
            </fieldset>`
          : nothing
      }
      ${renderBox('subject', t('form.subject'))} ${this.#renderSuggestions('subject')}
      ${renderBox(
        'message',
        t(isPlain ? 'form.message' : `form.message.${kind}`),
        kind === 'callback' && !isPlain ? t('form.message.callback-help') : undefined,
      )}
      ${this.#renderSuggestions('message')} ${form.site?.renderFields()}
      ${
        form.requester === null && !form.awaitsSite
          ? html`${renderBox('email', t('form.email'), t('form.email.help'))}
            ${renderBox('name', t('form.name'))}`
          : nothing
      }
      ${form.site?.renderLast()} ${this.#renderAlong()}`
  }

  #renderSuggestions(place: Place) {
    return this.#suggestions?.renderAt(place, this.#toNotice)
  }

  #renderAlong() {
    const { later } = this.#form
    this.#along ??= later?.createAlong(this.#form, () => this.panel)
    return this.#along?.render()
  }

  #renderFoot({ t }: Translator) {
    const { kept, sending, unsent } = this.#form
    const draft = kept ? html`${checkIcon}${t('form.kept')}` : t('form.keeps')
    return html`<div class="foot">
      <span class="tiny quiet grow kept"
        >${sending ? t(unsent ? 'form.sending' : 'form.safe') : draft}</span
      >
      <button class="btn main waits" form="form" aria-busy=${sending ? 'true' : nothing}>
        ${sending ? html`<span class="spin"></span>` : nothing}${t('form.send')}
      </button>
      <p class="sr" role="status">${sending ? t('form.sending') : nothing}</p>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'waypost-contact-view': ContactView
  }
}
