import type { Notices, NoticesState } from '@waypost/sdk/contract'
import { css, html, LitElement, nothing } from 'lit'
import { defineElement } from '../../../foundation/define-element.js'
import { enNotices } from '../../../foundation/messages/en-notices.js'
import type { PanelContext } from '../../../foundation/panel-context.js'
import { base } from '../../../ui/base.styles.js'
import { button } from '../../../ui/button.styles.js'

/**
 * Lets whoever waits for an answer be told of it, where they see no page of the site: by a press,
 * and off again in the same place.
 *
 * @summary An offer to tell of the answer.
 */
export class NoticesOffer extends LitElement {
  static override styles = [
    base,
    button,
    css`
      p {
        display: flex; flex-wrap: wrap; align-items: baseline; column-gap: var(--wp-2); margin: 0;
        color: var(--wp-ink-2); font-size: var(--wp-text-sm);
      }
      .link {
        min-block-size: 24px; padding: 0; border: 0; background: none; color: var(--wp-accent-text);
        text-decoration: underline; text-underline-offset: 3px; cursor: pointer;
      }
      @media (pointer: coarse) { .link { min-block-size: 44px; } }
    `,
  ]
  static override properties = { panel: { attribute: false }, ticketId: { attribute: false } }

  declare panel: PanelContext
  declare ticketId: string

  #notices: Notices | undefined
  /** A refusal from before is nobody's concern; one that follows a press is said. */
  #isPressed = false

  protected override firstUpdated(): void {
    void this.#ask()
  }

  async #ask(): Promise<void> {
    const realtime = await this.panel.realtime?.().catch(() => undefined)
    this.#notices = await realtime?.notices().catch(() => undefined)
    this.requestUpdate()
  }

  async #turn(on: boolean): Promise<void> {
    this.#isPressed = true
    const state = await this.#notices?.turn(on, this.ticketId).catch((): NoticesState => 'refused')
    this.requestUpdate()
    await this.updateComplete
    // The button that was pressed is gone.
    if (state !== 'missing')
      this.renderRoot.querySelector<HTMLElement>('button, [tabindex]')?.focus()
  }

  protected override render() {
    const { t } = this.panel?.translator ?? {}
    const state = this.#notices?.state ?? 'missing'
    if (!t || state === 'missing' || (state === 'refused' && !this.#isPressed)) return nothing
    if (state === 'off') {
      return html`<button class="btn small" type="button" @click=${() => this.#turn(true)}>
        ${t('notices.offer')}
      </button>`
    }
    if (state === 'refused') {
      return html`<p role="status" tabindex="-1">${t('notices.refused')}</p>`
    }
    return html`<p>
      <span role="status">${t('notices.on')}</span>
      <button class="link" type="button" @click=${() => this.#turn(false)}>
        ${t('notices.off')}
      </button>
    </p>`
  }
}

/** Makes it known to the page that shows it. */
export function offerNotices({ translator }: PanelContext): void {
  translator.learn(enNotices)
  defineElement('waypost-notices', NoticesOffer)
}

declare global {
  interface HTMLElementTagNameMap {
    'waypost-notices': NoticesOffer
  }
}
