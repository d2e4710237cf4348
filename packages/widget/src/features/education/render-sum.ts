import type { Checklist, ContentAction } from '@waypost/sdk/contract'
import type { ChecklistProgress } from '@waypost/sdk/education'
import { html, nothing } from 'lit'
import type { Translator } from '../../foundation/i18n.js'
import { contours } from '../../ui/contours.js'
import { downIcon } from './education-icons.js'
import { renderRing } from './render-progress.js'

export interface SumSide {
  /** All is done, and it is said here first. */
  isFestive: boolean
  isFolded: boolean
  fold(): void
  act(action: ContentAction): void
}

/** The head of a checklist: how much of it is done, how long the rest takes, and its end. */
export function renderSum(
  { tasks, summary, finished }: Checklist,
  { done, of, isDone }: ChecklistProgress,
  { t }: Translator,
  { isFestive, isFolded, fold, act }: SumSide,
) {
  const isAll = done >= of
  const minutes = tasks
    .filter(({ id }) => !isDone(id))
    .reduce((sum, { minutes }) => sum + (minutes ?? 0), 0)
  const label = isAll ? t('checklist.all-done') : t('checklist.left', { n: of - done })
  // What is said in the line above already is not said twice.
  const below = isAll ? !isFestive && finished?.text : summary
  const action = isAll && finished?.action
  return html`<div class="sum ${isFestive ? 'festive' : ''}" role=${isFestive ? 'status' : nothing}>
    ${isFestive ? contours : nothing}
    ${renderRing(done, of, { name: t('learn.of', { done, all: of }) })}
    <div class="grow">
      <p class="strong" tabindex="-1">
        ${isFestive ? (finished?.text ?? label) : label}${
          minutes > 0
            ? html`<span class="small second"> · ${t('checklist.minutes', { n: minutes })}</span>`
            : nothing
        }
      </p>
      ${below ? html`<p class="small second">${below}</p>` : nothing}
      ${
        action
          ? html`<button class="btn main small deed" type="button" @click=${() => act(action)}>
              ${action.label}
            </button>`
          : nothing
      }
    </div>
    <button
      class="tool fold"
      type="button"
      aria-label=${t('checklist.tasks')}
      aria-expanded=${isFolded ? 'false' : 'true'}
      aria-controls="tasks"
      @click=${fold}
    >
      ${downIcon}
    </button>
  </div>`
}
