import { html, nothing, type TemplateResult } from 'lit'
import type { Translator } from '../foundation/i18n.js'
import { backIcon, leaveIcon, requestIcon, searchIcon } from '../ui/icons.js'
import type { Page } from './view-stack.js'
import { views } from './views.js'

export interface HeadActions {
  back: (() => void) | undefined
  search: (() => void) | undefined
  /** Where the footing does not stand, and nothing else leads there. */
  requests?: (() => void) | undefined
  close: () => void
}

/** Where one is: back, the title of the page, its tools, and close. */
export function renderHead(page: Page | undefined, { t }: Translator, actions: HeadActions) {
  const plan = page && views[page.target.view]
  const { back, search, requests, close } = actions
  const tool = (press: (() => void) | undefined, word: string, icon: TemplateResult) =>
    press
      ? html`<button class="tool" type="button" aria-label=${word} @click=${press}>${icon}</button>`
      : nothing
  return html`<div class="head ${plan?.hasHead ? 'bare' : ''}">
    ${tool(back, t('panel.back'), backIcon)}
    <div class="title">${plan?.hasHead ? nothing : renderTitle(page)}</div>
    ${tool(search, t('search.label'), searchIcon)}
    ${tool(requests, t('panel.requests'), requestIcon)} ${tool(close, t('panel.close'), leaveIcon)}
  </div>`
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
