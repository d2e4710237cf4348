import type { AnswerResult, Question, QuizAnswer } from '@waypost/sdk/contract'
import { html, nothing } from 'lit'
import type { PanelContext } from '../../foundation/panel-context.js'
import { timeLocale } from '../../foundation/when.js'
import { leaveIcon } from '../../ui/icons.js'
import { doneIcon } from './education-icons.js'

interface ToldParts {
  question: Question
  panel: PanelContext
  told: AnswerResult
}

type Said = 'both' | 'right-answer' | 'answer' | undefined

/** What was answered and what is right, by words as well as by colour. */
export function renderTold({ question, panel, told }: ToldParts) {
  const { kind, text } = question
  const { given, right, isRight } = told
  const heading = html`<h1 tabindex="-1">${text}</h1>`
  const line = (words: unknown, said: Said, look = '') => renderLine(words, said, panel, look)
  if (kind === 'one' || kind === 'several') {
    const [mine, good] = [idsOf(given), idsOf(right)]
    return html`${heading}
      <ul class="lines">
        ${question.options.map(({ id, text }) => {
          const isMine = mine.includes(id)
          if (good.includes(id)) return line(text, isMine ? 'both' : 'right-answer')
          return line(text, isMine ? 'answer' : undefined, kind === 'one' ? 'round' : '')
        })}
      </ul>`
  }
  if (kind === 'ordering') {
    const textOf = (id: string) => question.options.find((option) => option.id === id)?.text ?? ''
    const list = (answer: QuizAnswer) =>
      html`<ol class="ordered">
        ${idsOf(answer).map((id) => html`<li>${textOf(id)}</li>`)}
      </ol>`
    return html`${heading}
      <ul class="lines">
        ${isRight ? nothing : line(list(given), 'answer')}
        ${line(list(right), isRight ? 'both' : 'right-answer')}
      </ul>`
  }
  const unit = kind === 'number' && question.unit ? ` ${question.unit}` : ''
  const written = (answer: QuizAnswer) => html`<bdi>${wordsOf(answer, panel)}${unit}</bdi>`
  return html`${heading}
    <ul class="lines">
      ${isRight ? nothing : line(written(given), 'answer')}
      ${line(written(isRight ? given : right), isRight ? 'both' : 'right-answer')}
    </ul>`
}

const idsOf = (answer: QuizAnswer): readonly string[] => [answer].flat().map(String)

/** A number as the reader writes one; what somebody has written, as it was. */
const wordsOf = (answer: QuizAnswer, panel: PanelContext) =>
  typeof answer === 'number'
    ? new Intl.NumberFormat(timeLocale(panel), { maximumFractionDigits: 20 }).format(answer)
    : answer

function renderLine(words: unknown, said: Said, { translator: { t } }: PanelContext, look: string) {
  if (!said) {
    return html`<li class="option"><span class="tick ${look}"></span><span class="grow">${words}</span></li>`
  }
  const isMissed = said === 'answer'
  const meaning = isMissed ? 'bad' : 'good'
  return html`<li class="option ${isMissed ? 'miss' : 'right'}">
    <span class=${meaning}>${isMissed ? leaveIcon : doneIcon}</span>
    <span class="grow"
      >${words}<span class="small verdict ${meaning}">${t(`quiz.${said}`)}</span></span
    >
  </li>`
}
