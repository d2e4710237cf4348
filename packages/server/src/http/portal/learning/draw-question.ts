import type { QuizAnswer } from '@waypost/sdk/contract'
import { type AnsweredQuestion, asked } from '../../../domain/education/quiz.js'
import { attribute, html, type SafeHtml } from '../../../foundation/html.js'
import type { Visit } from '../page.js'
import { answerField } from './read-answers.js'

/** A question to be answered, with what was answered before. */
export function drawQuestion(
  visit: Visit,
  question: AnsweredQuestion,
  given: QuizAnswer | undefined,
): SafeHtml {
  const { words } = visit
  const hint = { several: words.t('quiz.several'), ordering: words.t('quiz.ordering') }
  const help = question.kind in hint && hint[question.kind as keyof typeof hint]
  if (question.kind === 'text' || question.kind === 'number') {
    return html`<div class="question">${drawTyped(visit, question, given)}</div>`
  }
  return html`<fieldset class="question"><legend class="strong">${question.text}</legend>
${help && html`<p class="small second">${help}</p>`}
${question.kind === 'ordering' ? drawOrdering(visit, question, given) : drawChoices(question, given)}</fieldset>`
}

type ChoiceQuestion = Extract<AnsweredQuestion, { kind: 'one' | 'several' }>

function drawChoices({ id, kind, options }: ChoiceQuestion, given: QuizAnswer | undefined) {
  const chosen = Array.isArray(given) ? given : [given]
  const type = kind === 'one' ? 'radio' : 'checkbox'
  return options.map(
    (option) =>
      html`<label class="option"><input type="${type}" name="${answerField(id)}" value="${option.id}"${attribute('checked', chosen.includes(option.id) && 'checked')}${attribute('required', kind === 'one' && 'required')}> <span>${option.text}</span></label>`,
  )
}

type OrderingQuestion = Extract<AnsweredQuestion, { kind: 'ordering' }>

/** A place for each, which works without any script and by every means. */
function drawOrdering({ words }: Visit, question: OrderingQuestion, given: QuizAnswer | undefined) {
  const [mixed] = asked({ passMark: 0, questions: [question] }).questions
  const options = mixed?.kind === 'ordering' ? mixed.options : []
  const order = Array.isArray(given) ? given : []
  return options.map((option) => {
    const place = order.indexOf(option.id) + 1
    const places = options.map(
      (_, at) =>
        html`<option value="${at + 1}"${attribute('selected', place === at + 1 && 'selected')}>${words.number(at + 1)}</option>`,
    )
    const label = words.t('quiz.place', { text: option.text })
    return html`<div class="option placed"><select name="${answerField(question.id, option.id)}" aria-label="${label}" required><option value=""></option>${places}</select> <span>${option.text}</span></div>`
  })
}

type TypedQuestion = Extract<AnsweredQuestion, { kind: 'text' | 'number' }>

function drawTyped(_: Visit, question: TypedQuestion, given: QuizAnswer | undefined): SafeHtml {
  const name = answerField(question.id)
  const value = given === undefined ? '' : `${given}`
  const unit = question.kind === 'number' ? question.unit : null
  const mode = attribute('inputmode', question.kind === 'number' && 'decimal')
  return html`<label class="strong" for="_${name}">${question.text}</label>
<p class="typed"><input class="input" id="_${name}" name="${name}" value="${value}" maxlength="500" autocomplete="off" required${mode}>${unit && html` <span>${unit}</span>`}</p>`
}
