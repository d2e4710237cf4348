import { html, nothing } from 'lit'
import type { Translator } from '../foundation/i18n.js'
import { renderFailure, renderTrouble } from '../ui/render-trouble.js'
import type { Page } from './view-stack.js'

/** All pages alive, of which the top one is seen; its bones as long as there is nothing. */
export function renderPages(pages: readonly Page[], translator: Translator, retry: () => void) {
  const top = pages.at(-1)
  for (const { view } of pages) if (view) view.hidden = view !== top?.view
  return html`${pages.map(({ view }) => view ?? nothing)}${
    top?.failed
      ? html`<div class="pad">
          ${
            top.failed === true
              ? renderTrouble(navigator.onLine ? 'offline' : 'no-network', translator, retry)
              : renderFailure(...top.failed)
          }
        </div>`
      : top
        ? nothing
        : html`<div class="waiting" aria-hidden="true">
            <i class="bone b"></i><i class="bone c"></i><i class="bone a"></i>
          </div>`
  }`
}
