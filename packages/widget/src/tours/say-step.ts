import type { TourOptions, TourStep } from '@waypost/sdk/contract'
import { make } from '../foundation/make.js'
import type { CardButton, CardOf } from './draw-card.js'
import { drawText } from './draw-text.js'
import type { TourWords } from './tour-words.js'

/** What the card says of its step. */
export type Manner = 'shown' | 'looking' | 'elsewhere' | 'missing'

export interface StepToSay {
  step: TourStep
  at: number
  manner: Manner
  /** Numbers of those that were passed on the way here. */
  passed: readonly number[]
  words: TourWords
  options: TourOptions
  back(): void
  next(): void
}

/** The words of a step, and what can be done: of one that is shown, waited for or not to be found. */
export function sayStep(said: StepToSay): Omit<CardOf, 'leave'> {
  const { step, at, manner, passed, words, options, back, next } = said
  const { tour, act, baseUrl } = options
  const of = tour.steps.length
  const isLast = at === of - 1
  const follow = (article: string, label: string) => act({ label, article })
  const isWaited = manner === 'looking' || manner === 'elsewhere'
  const buttons: CardButton[] = []

  if (at > 0) buttons.push({ label: words.t('tour.back'), press: back })
  const first = buttons.length
  if (manner === 'missing' && step.article) {
    const { article } = step
    const label = words.t('tour.read')
    buttons.push({ label, press: () => follow(article, label) })
  }
  // What nobody has seen is not done.
  if (!isLast || !isWaited) {
    buttons.push({ label: words.t(isLast ? 'tour.done' : 'tour.next'), press: () => next() })
  }
  if (manner === 'elsewhere' && step.page && !step.page.includes('*')) {
    buttons.push({ label: words.t('tour.go'), href: step.page })
  } else if (isLast && !isWaited && tour.next) {
    const action = tour.next
    const press = () => {
      next()
      act(action)
    }
    buttons.push({ label: action.label, press })
  }
  return {
    locale: options.contentLocale ?? options.locale,
    leaveLabel: words.t('tour.leave'),
    at,
    of,
    count: words.t('tour.step', { step: at + 1, of }),
    title: step.title,
    note: passed.map((number) => words.t('tour.passed', { step: number })).join(' '),
    text: [
      ...(manner === 'shown' ? [] : [make('p', { textContent: words.t(`tour.${manner}`) })]),
      ...(isWaited ? [] : drawText(step.body, { baseUrl, follow })),
    ],
    // The last one is what one comes for.
    buttons: buttons.map((button, index) => ({
      ...button,
      isMain: index >= first && index === buttons.length - 1,
    })),
  }
}
