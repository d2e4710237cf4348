import type { ContentAction, StepProgress, Task } from '@waypost/sdk/contract'
import { html, nothing } from 'lit'
import type { PanelContext } from '../../foundation/panel-context.js'
import { checkIcon } from '../../ui/icons.js'
import type { WaypostRichText } from '../../ui/rich-text.js'
import { dayOf } from './day-of.js'
import { passedIcon, smallTourIcon } from './education-icons.js'

export interface TaskRow {
  /** 1 for the first. */
  place: number
  step: StepProgress | undefined
  isDone: boolean
  isNext: boolean
  isOpen: boolean
  /** Draws the words of the one task that is open. */
  text: WaypostRichText
  act(action: ContentAction): void
  show(tourId: string): void
  say(task: Task, state: 'completed' | 'skipped'): void
  /** Opens a task, or closes what is open. */
  open(taskId: string | undefined): void
}

/** A stop of a checklist: behind, here with what does it, or ahead. */
export function renderTask(task: Task, panel: PanelContext, row: TaskRow) {
  const { t } = panel.translator
  const { place, step, isDone, isNext, isOpen } = row
  const isSkipped = isDone && step?.state === 'skipped'
  if (isDone && !(isSkipped && isOpen)) {
    return html`<li class="walked">
      <span class="node"
        ><span class="stop ${isSkipped ? '' : 'on'}">${isSkipped ? passedIcon : checkIcon}</span></span
      >
      <p class="mid second">${task.title}</p>
      <p class="small quiet">
        ${
          isSkipped
            ? html`${t('checklist.skipped')} ·
                <button class="link" type="button" @click=${() => row.open(task.id)}>
                  ${t('checklist.after-all')}
                </button>`
            : step
              ? t('checklist.done-on', { date: dayOf(step.at, panel) })
              : t('learn.completed')
        }
      </p>
    </li>`
  }
  return html`<li class=${isOpen ? 'now' : ''} aria-current=${isNext ? 'step' : nothing}>
    <span class="node"
      ><span class="stop ${isNext ? 'now' : ''}" aria-hidden="true">${isNext ? nothing : place}</span></span
    >
    ${
      isOpen
        ? renderOpen(task, panel, row)
        : html`<button
              class="task mid"
              type="button"
              aria-expanded="false"
              @click=${() => row.open(task.id)}
            >
              ${task.title}
            </button>
            ${renderMinutes(task, panel)}`
    }
  </li>`
}

const renderMinutes = ({ minutes }: Task, { translator: { t } }: PanelContext) =>
  minutes ? html`<p class="small quiet">${t('learn.minutes', { n: minutes })}</p>` : nothing

function renderOpen(task: Task, panel: PanelContext, row: TaskRow) {
  const { t } = panel.translator
  const { body, action, tour, doneBy, skippable } = task
  const { text, isNext } = row
  const { translator, baseUrl } = panel
  return html`<p class="task strong" tabindex="-1">${task.title}</p>
    ${
      body
        ? html`<div class="small second">
            ${Object.assign(text, { content: body, baseUrl, translator })}
          </div>`
        : renderMinutes(task, panel)
    }
    <div class="acts">
      ${
        action
          ? html`<button class="btn small main" type="button" @click=${() => row.act(action)}>
              ${action.label}
            </button>`
          : nothing
      }
      ${
        doneBy.hand
          ? html`<button
              class="btn small ${action ? '' : 'main'}"
              type="button"
              @click=${() => row.say(task, 'completed')}
            >
              ${t('checklist.mark')}
            </button>`
          : nothing
      }
      ${
        tour
          ? html`<button class="btn small" type="button" @click=${() => row.show(tour)}>
              ${smallTourIcon}${t('checklist.show')}
            </button>`
          : nothing
      }
      ${
        skippable && isNext
          ? html`<button
              class="btn small bare"
              type="button"
              @click=${() => row.say(task, 'skipped')}
            >
              ${t('checklist.skip')}
            </button>`
          : nothing
      }
    </div>`
}
