import { html, nothing } from 'lit'
import type { Translator } from '../foundation/i18n.js'
import { backIcon, leaveIcon, searchIcon } from '../ui/icons.js'
import type { Page } from './view-stack.js'
import { views } from './views.js'

export interface HeadActions {
  back: (() => void) | undefined
  search: (() => void) | undefined
  close: () => void
}

/** Where one is: back, the title of the page, its tools, and close. */
export function renderHead(page: Page | undefined, { t }: Translator, actions: HeadActions) {
  const plan = page && views[page.target.view]
  const { back, search, close } = actions
  return html`<header class="head ${plan?.hasHead ? 'bare' : ''}">
    ${
      back
        ? html`<button class="tool" type="button" aria-label=${t('panel.back')} @click=${back}>
            ${backIcon}
          </button>`
        : nothing
    }
    <div class="title">${plan?.hasHead ? nothing : renderTitle(page)}</div>
    ${
      search
        ? html`<button class="tool" type="button" aria-label=${t('search.label')} @click=${search}>
            ${searchIcon}
          </button>`
        : nothing
    }
    <button class="tool" type="button" aria-label=${t('panel.close')} @click=${close}>
      ${leaveIcon}
    </button>
  </header>`
}

function renderTitle(page: Page | undefined) {
  const { title = '', subtitle = '' } = page ?? {}
  const isHeading = page && !views[page.target.view].hasHeading
  return html`${
    isHeading
      ? html`<h1 class="name" tabindex="-1">${title}</h1>`
      : title
        ? html`<p class="name">${title}</p>`
        : nothing
  }${subtitle ? html`<p class=${title ? 'tiny' : 'alone'}>${subtitle}</p>` : nothing}`
}
