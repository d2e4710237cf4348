import type { QuizAnswer } from '@waypost/sdk/contract'
import type { Outcome } from '../../../domain/education/attempt.js'
import type { AnsweredQuestion } from '../../../domain/education/quiz.js'
import { html, type SafeHtml } from '../../../foundation/html.js'
import { checkIcon, closeIcon, infoIcon } from '../icons.js'
import type { Visit } from '../page.js'

type Answered = Outcome['answered'][number]

/** A question after its answer: what was right, what was theirs, and why; in words, not by colour alone. */
export function drawResult(
  visit: Visit,
  answered: Answered,
  feedback: SafeHtml | undefined,
): SafeHtml {
  const { words } = visit
  const { question, answer } = answered
  const verdict = words.t(answer.isRight ? 'quiz.right' : 'quiz.wrong')
  const read =
    !answer.isRight &&
    question.anchor !== null &&
    html`<p><a href="#${question.anchor}">${words.t('quiz.read')}</a></p>`
  return html`<div class="question answered"><p class="strong">${question.text}</p>
${drawAnswer(visit, answered)}
<div class="notice plain">${infoIcon}<div class="prose"><p><strong>${verdict}</strong></p>${feedback}${read}</div></div></div>`
}

function drawAnswer(visit: Visit, answered: Answered): SafeHtml {
  const { words } = visit
  const { question, answer, right } = answered
  if (question.kind === 'one' || question.kind === 'several') {
    const given = listOf(answer.given)
    return html`${question.options.map((option) =>
      drawOption(visit, option.text, option.right, given.includes(option.id)),
    )}`
  }
  if (question.kind === 'ordering') {
    const names = new Map(question.options.map(({ id, text }) => [id, text]))
    const list = listOf(right).map((id) => html`<li>${names.get(id)}</li>`)
    return html`<p class="small second">${words.t('quiz.order.right')}</p><ol class="order">${list}</ol>`
  }
  return html`${drawOption(visit, sayAnswer(visit, question, right), true, answer.isRight)}
${!answer.isRight && drawOption(visit, sayAnswer(visit, question, answer.given), false, true)}`
}

function drawOption({ words }: Visit, text: string, isRight: boolean, isGiven: boolean): SafeHtml {
  const state = isRight ? 'right' : isGiven && 'miss'
  const says = [
    isRight && words.t('quiz.answer.right'),
    isGiven && words.t('quiz.answer.yours'),
  ].filter((one): one is string => one !== false)
  const mark = isRight ? checkIcon : isGiven ? closeIcon : html`<span class="gap"></span>`
  return html`<div class="option told${state && ` ${state}`}">${mark}<span>${text}${says.length > 0 && html`<span class="small says">${says.join(' · ')}</span>`}</span></div>`
}

function sayAnswer({ words }: Visit, question: AnsweredQuestion, answer: QuizAnswer): string {
  if (typeof answer !== 'number') return `${answer}`
  const unit = question.kind === 'number' ? question.unit : null
  return unit ? `${words.number(answer)} ${unit}` : words.number(answer)
}

const listOf = (answer: QuizAnswer): readonly string[] =>
  Array.isArray(answer) ? answer : [`${answer}`]
