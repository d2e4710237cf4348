import type { CarriedContent } from '@waypost/sdk/contract'
import { css, html, LitElement, nothing } from 'lit'
import { directionOf } from '../../../foundation/direction.js'
import type { PanelContext } from '../../../foundation/panel-context.js'
import { sameLanguage } from '../../../foundation/same-language.js'
import { base } from '../../../ui/base.styles.js'
import { button } from '../../../ui/button.styles.js'
import { learnIcon, nextIcon } from '../../../ui/icons.js'
import { notice } from '../../../ui/notice.styles.js'
import { renderFailure } from '../../../ui/render-trouble.js'
import { rows } from '../../../ui/rows.styles.js'
import { NavigateEvent } from '../../../ui/view-events.js'

/**
 * What a reply carries to learn from: lessons, courses and checklists open in the panel, a tour on the
 * page. Where the page has no education they stand in the help centre.
 *
 * @summary Lessons of a message.
 * @event {NavigateEvent} waypost-navigate - To a lesson, a course or a checklist.
 */
export class WaypostCarried extends LitElement {
  static override styles = [
    base,
    button,
    notice,
    rows,
    css`
      :host { margin-block-start: 10px; }
      .card { border-radius: var(--wp-radius-m); }
      .row { padding: 8px 12px; font-size: var(--wp-text-sm); line-height: var(--wp-lead-sm); }
      .title { font-weight: var(--wp-weight-mid); overflow-wrap: anywhere; }
      .facts { color: var(--wp-ink-3); font-size: var(--wp-text-xs); line-height: var(--wp-lead-xs); }
      .notice { margin-block-start: var(--wp-2); }
    `,
  ]
  static override properties = {
    panel: { attribute: false },
    contents: { attribute: false },
    failed: { state: true },
  }

  declare panel: PanelContext
  declare contents: readonly CarriedContent[]
  /** What did not start. */
  declare protected failed: CarriedContent | undefined

  constructor() {
    super()
    this.contents = []
  }

  async #open(content: CarriedContent): Promise<void> {
    const { kind, id } = content
    if (kind !== 'tour') {
      this.failed = undefined
      this.dispatchEvent(new NavigateEvent({ view: kind, id }))
      return
    }
    try {
      const side = await this.panel.education?.()
      await side?.start(kind, id)
      // What is tried again keeps its button, and with it the focus, until it has worked.
      this.failed = undefined
    } catch {
      this.failed = content
    }
  }

  protected override render() {
    const shown = this.panel.education
      ? this.contents
      : this.contents.filter(({ url }) => url !== null)
    if (shown.length === 0) return nothing
    const { failed } = this
    const { t } = this.panel.translator
    return html`<ul class="rows card">
        ${shown.map((content) => html`<li>${this.#renderCard(content)}</li>`)}
      </ul>
      ${
        failed
          ? renderFailure(t('panel.failed.title'), '', t('search.again'), () => this.#open(failed))
          : nothing
      }`
  }

  #renderCard(content: CarriedContent) {
    const { translator } = this.panel
    const { kind, title, minutes, url, locale } = content
    const { t } = translator
    const isForeign = !sameLanguage(locale, translator.locale)
    const facts = [t(`carried.${kind}`), minutes && t('carried.minutes', { n: minutes })]
    const inside = html`${learnIcon}<span class="two"
        ><span class="title" lang=${isForeign ? locale : nothing} dir=${isForeign ? directionOf(locale) : nothing}
          >${title}</span
        ><span class="facts">${facts.filter(Boolean).join(' · ')}</span></span
      >${nextIcon}`
    return this.panel.education
      ? html`<button class="row" type="button" @click=${() => this.#open(content)}>${inside}</button>`
      : html`<a class="row" href=${url ?? ''} target="_blank" rel="noopener">${inside}</a>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'waypost-carried': WaypostCarried
  }
}
