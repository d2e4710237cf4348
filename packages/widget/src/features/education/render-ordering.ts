import type { Question } from '@waypost/sdk/contract'
import { html } from 'lit'
import type { PanelContext } from '../../foundation/panel-context.js'
import { downIcon, gripIcon, upIcon } from './education-icons.js'
import type { QuizController } from './quiz-controller.js'

/**
 * Things to put into an order: by the arrows beside each, by the arrow keys while one of those has the
 * focus, or by dragging the grip. Where each comes to stand is said.
 */
export function renderOrdering(
  { options }: Extract<Question, { kind: 'ordering' }>,
  { translator: { t } }: PanelContext,
  quiz: QuizController,
) {
  const given = Array.isArray(quiz.given) ? quiz.given : options.map(({ id }) => id)
  // To leave them as they stand is an answer, too.
  if (quiz.given === undefined) queueMicrotask(() => quiz.give(given))
  const textOf = (id: string) => options.find((option) => option.id === id)?.text ?? ''

  function move(id: string, to: number, box: Element): void {
    if (to < 0 || to >= given.length) return
    const now = Array.isArray(quiz.given) ? quiz.given : given
    const others = now.filter((one) => one !== id)
    quiz.give([...others.slice(0, to), id, ...others.slice(to)])
    const said = box.querySelector('[role=status]')
    if (said) {
      said.textContent = t('quiz.place', { option: textOf(id), n: to + 1, all: given.length })
    }
  }

  /** The focus goes along with what is moved. */
  async function press(event: Event, at: number, by: number): Promise<void> {
    const button = event.currentTarget as HTMLElement
    const box = boxOf(button)
    move(given[at] as string, at + by, box)
    await quiz.drawn
    const line = box.querySelectorAll('li')[at + by]
    line?.querySelector<HTMLElement>(`[data-by="${button.dataset.by}"]`)?.focus()
  }

  function pressed(event: KeyboardEvent, at: number): void {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (!by) return
    event.preventDefault()
    void press(event, at, by)
  }

  function drag(event: PointerEvent, id: string): void {
    const grip = event.currentTarget as HTMLElement
    const box = boxOf(grip)
    event.preventDefault()
    grip.setPointerCapture(event.pointerId)
    quiz.hold(id)
    const follow = ({ clientY }: PointerEvent) => {
      const lines = [...box.querySelectorAll('li')]
      const below = lines.findIndex((line) => clientY < line.getBoundingClientRect().bottom)
      const to = below < 0 ? lines.length - 1 : below
      if ((quiz.given as readonly string[])[to] !== id) move(id, to, box)
    }
    grip.addEventListener('pointermove', follow)
    grip.addEventListener(
      'lostpointercapture',
      () => {
        grip.removeEventListener('pointermove', follow)
        quiz.hold(undefined)
      },
      { once: true },
    )
  }

  const arrow = (at: number, by: -1 | 1) => html`<button
    class="tool"
    type="button"
    data-by=${by}
    aria-label=${t(by < 0 ? 'quiz.up' : 'quiz.down', { option: textOf(given[at] ?? '') })}
    aria-disabled=${given[at + by] ? 'false' : 'true'}
    @click=${(event: Event) => void press(event, at, by)}
    @keydown=${(event: KeyboardEvent) => pressed(event, at)}
  >
    ${by < 0 ? upIcon : downIcon}
  </button>`

  return html`<div class="order">
    <ol>
      ${given.map(
        (id, at) => html`<li class="option ${id === quiz.held ? 'held' : ''}">
          <span class="grip" @pointerdown=${(event: PointerEvent) => drag(event, id)}
            >${gripIcon}</span
          >
          <span class="grow">${textOf(id)}</span>
          ${arrow(at, -1)}${arrow(at, 1)}
        </li>`,
      )}
    </ol>
    <p class="sr" role="status"></p>
  </div>`
}

const boxOf = (element: Element): Element => element.closest('.order') as Element
