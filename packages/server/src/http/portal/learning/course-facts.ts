import { html, type SafeHtml } from '../../../foundation/html.js'
import { checkIcon } from '../icons.js'
import type { Visit } from '../page.js'
import type { ReadCourse } from './read-courses.js'

/** How far somebody is, in words: what there is to do before they begin, what is left, or when it was done. */
export function drawFacts({ words }: Visit, { course, how, completedAt }: ReadCourse): SafeHtml {
  if (completedAt) {
    return html`<span class="good">${checkIcon}${words.t('learn.completed')}</span> · <time datetime="${completedAt}">${words.date(completedAt)}</time>`
  }
  const { done, of, minutesLeft } = how
  const minutes = words.minutes(minutesLeft)
  if (done === 0)
    return html`${words.t('learn.lessons', { n: course.lessons.length })} · ${minutes}`
  return html`${words.t('learn.done-of', { done, of })} · ${words.t('learn.left', { minutes })}`
}

/** A bar, which says by itself what it shows. */
export function drawMeter({ words }: Visit, { how: { done, of } }: ReadCourse): SafeHtml {
  const label = words.t('learn.done-of', { done, of })
  return html`<progress class="meter" value="${done}" max="${of}" aria-label="${label}">${label}</progress>`
}

/** The same as a ring, beside words that say it. */
export function drawRing({ how: { done, of } }: ReadCourse, size: 'small' | 'large'): SafeHtml {
  const length = 2 * Math.PI * 24
  const rest = of === 0 ? length : length * (1 - done / of)
  return html`<span class="ring ${size}" aria-hidden="true"><svg viewBox="0 0 54 54"><circle cx="27" cy="27" r="24"/><circle class="at" cx="27" cy="27" r="24" stroke-dasharray="${length.toFixed(2)}" stroke-dashoffset="${rest.toFixed(2)}" transform="rotate(-90 27 27)"/></svg><b>${done === of ? checkIcon : `${done}/${of}`}</b></span>`
}
