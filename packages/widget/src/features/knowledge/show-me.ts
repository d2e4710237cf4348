import type { Article } from '@waypost/sdk/contract'
import { css, html, type LitElement, nothing, svg } from 'lit'
import type { PanelContext } from '../../foundation/panel-context.js'
import { icon } from '../../ui/icons.js'
import { renderFailure } from '../../ui/render-trouble.js'

/*
 * What an article has that a tour shows on the host's page; those without one fetch none of it.
 */
export { enShowMe as english } from '../../foundation/messages/en-show-me.js'

export const styles = [
  css`
    .show {
      display: flex; flex-wrap: wrap; align-items: center; gap: var(--wp-2) var(--wp-3);
      margin-block-start: var(--wp-4); padding: 10px 14px; border: 1px solid var(--wp-line);
      border-radius: var(--wp-radius-m);
    }
    .show p { flex: 1 1 9em; min-inline-size: 0; font-weight: var(--wp-weight-mid); }
    .show + .notice { margin-block-start: var(--wp-3); }
  `,
]

const tourIcon = icon(
  svg`<circle cx="10" cy="10" r="7"/><path d="m13 7-1.75 4.25L7 13l1.75-4.25Z"/>`,
  's',
)

/** A button that starts the tour of an article: the panel makes room, and the page is shown. */
export function createShowMe(page: LitElement & { panel: PanelContext }) {
  let hasFailed = false

  async function start(tourId: string): Promise<void> {
    hasFailed = false
    try {
      const side = await page.panel.education?.()
      await side?.start('tour', tourId)
    } catch {
      hasFailed = true
    }
    page.requestUpdate()
  }

  return {
    render({ id, title }: NonNullable<Article['tour']>) {
      const { t } = page.panel.translator
      const show = () => void start(id)
      return html`<div class="show">
          <p id="tour">${title}</p>
          <button class="btn small" type="button" aria-describedby="tour" @click=${show}>
            ${tourIcon}${t('article.show')}
          </button>
        </div>
        ${hasFailed ? renderFailure(t('panel.failed.title'), '', t('search.again'), show) : nothing}`
    },
  }
}
