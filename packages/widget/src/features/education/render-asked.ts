import type { Question } from '@waypost/sdk/contract'
import { html, nothing } from 'lit'
import type { PanelContext } from '../../foundation/panel-context.js'
import { timeLocale } from '../../foundation/when.js'
import { smallCheckIcon } from '../../ui/icons.js'
import type { QuizController } from './quiz-controller.js'
import { renderOrdering } from './render-ordering.js'

export interface AskedParts {
  question: Question
  panel: PanelContext
  quiz: QuizController
}

/** A question that waits for its answer. */
export function renderAsked({ question, panel, quiz }: AskedParts) {
  const { t } = panel.translator
  const { kind, text } = question
  const hint =
    kind === 'number'
      ? t('quiz.number', { example: new Intl.NumberFormat(timeLocale(panel)).format(12.5) })
      : kind === 'text'
        ? ''
        : t(`quiz.${kind}`)
  const heading = html`<h1 id="question" tabindex="-1">${text}</h1>
    <p id="hint" class="small second">${hint}</p>`
  if (kind === 'one' || kind === 'several') {
    return html`<fieldset aria-labelledby="question" aria-describedby="hint">
      ${heading}
      ${question.options.map((option) => renderOption(option, kind, quiz))}
    </fieldset>`
  }
  if (kind === 'ordering') return html`${heading}${renderOrdering(question, panel, quiz)}`
  return html`${heading}
    <div class="field">
      <label class="sr" for="answer">${t('quiz.answer')}</label>
      <input
        id="answer"
        class="input"
        type="text"
        inputmode=${kind === 'number' ? 'decimal' : 'text'}
        maxlength="500"
        autocomplete="off"
        aria-describedby="question hint"
        dir=${kind === 'number' ? 'ltr' : 'auto'}
        .value=${typeof quiz.given === 'string' ? quiz.given : ''}
        @input=${(event: Event) => {
          const given = (event.target as HTMLInputElement).value
          const isOne =
            kind === 'number' ? /^\s*[-−+]?[\d\s.,'’]*\d[\d\s.,'’]*$/.test(given) : given.trim()
          quiz.give(isOne ? given : undefined)
        }}
      />
      ${kind === 'number' && question.unit ? html`<span class="second">${question.unit}</span>` : nothing}
    </div>`
}

function renderOption(
  { id, text }: { id: string; text: string },
  kind: 'one' | 'several',
  quiz: QuizController,
) {
  const chosen = [quiz.given ?? []].flat() as readonly string[]
  const choose = (isOn: boolean) => {
    if (kind === 'one') return quiz.give(id)
    const all = isOn ? [...chosen, id] : chosen.filter((one) => one !== id)
    quiz.give(all.length > 0 ? all : undefined)
  }
  return html`<label class="option">
    <input
      type=${kind === 'one' ? 'radio' : 'checkbox'}
      name="answer"
      .checked=${chosen.includes(id)}
      @change=${({ target }: Event) => choose((target as HTMLInputElement).checked)}
    />
    <span class="tick ${kind === 'one' ? 'round' : ''}"
      >${kind === 'several' ? smallCheckIcon : nothing}</span
    ><span class="grow">${text}</span>
  </label>`
}
