import { html, nothing, type TemplateResult } from 'lit'
import type { Translator } from '../../foundation/i18n.js'
import { backIcon, requestIcon, searchIcon } from '../../ui/icons.js'
import type { Page } from '../view-stack.js'
import { views } from '../views.js'

export interface InlineHead {
  level: number
  back: (() => void) | undefined
  search: (() => void) | undefined
  /** Where the footing does not stand, and nothing else leads there. */
  requests: (() => void) | undefined
}

/** Where one is, where there is something to say: a way back, the title, and search. */
export function renderInlineHead(
  page: Page | undefined,
  { t }: Translator,
  { level, back, search, requests }: InlineHead,
) {
  const { title = '', subtitle = '', target } = page ?? {}
  const plan = target && views[target.view]
  const saysBack = plan?.hasHeading && !plan.hasHead
  const isHeading = !plan?.hasHeading && title
  const tool = (press: (() => void) | undefined, word: string, icon: TemplateResult) =>
    press
      ? html`<button class="tool" type="button" aria-label=${word} @click=${press}>${icon}</button>`
      : nothing
  if (!back && (!isHeading || plan?.hasHead)) return nothing
  return html`<header class="head ${plan?.hasHead ? 'bare' : ''}" part="head">
    ${
      back
        ? html`<button
            class="tool ${saysBack ? 'wide' : ''}"
            part="back"
            type="button"
            aria-label=${t('panel.back')}
            @click=${back}
          >
            ${backIcon}${saysBack ? t('panel.back') : nothing}
          </button>`
        : nothing
    }
    <div class="title ${back ? '' : 'solo'}">
      ${
        isHeading
          ? html`<div class="name" part="title" role="heading" aria-level=${level} tabindex="-1">
              ${back ? title : html`<slot name="title">${title}</slot>`}
            </div>`
          : nothing
      }
      ${subtitle && !plan?.hasHeading ? html`<p class="tiny">${subtitle}</p>` : nothing}
    </div>
    ${tool(search, t('search.label'), searchIcon)}
    ${tool(requests, t('panel.requests'), requestIcon)}
  </header>`
}
