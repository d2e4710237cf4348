import type { Course, EducationState, LessonSummary } from '@waypost/sdk/contract'
import type { CourseProgress } from '@waypost/sdk/education'
import { html, LitElement, nothing } from 'lit'
import type { PanelContext } from '../../foundation/panel-context.js'
import { safeHref } from '../../foundation/safe-href.js'
import { empty } from '../../ui/empty.styles.js'
import { checkIcon } from '../../ui/icons.js'
import { trail } from '../../ui/trail.styles.js'
import { view } from '../../ui/view.styles.js'
import { NavigateEvent, TitledEvent } from '../../ui/view-events.js'
import { courseStyles } from './course-view.styles.js'
import { EducationController } from './education-controller.js'
import { expandIcon, lockIcon, passedIcon } from './education-icons.js'
import { progress } from './progress.styles.js'
import { renderMeter } from './render-progress.js'
import { renderGone, renderWaiting } from './render-waiting.js'
import { courseProgress, recordOf } from './state-of.js'

/**
 * One course: what it is about, how far one is, its lessons as a trail, and the one to go on with.
 *
 * @summary One course.
 * @event {NavigateEvent} waypost-navigate - To a lesson, or to how it went.
 * @event {TitledEvent} waypost-titled - The words of the panel's head.
 */
export class CourseView extends LitElement {
  static override styles = [view, empty, trail, progress, courseStyles]
  static override properties = { panel: { attribute: false }, contentId: { attribute: false } }

  declare panel: PanelContext
  declare contentId: string

  #titled = ''
  readonly #education = new EducationController(this)

  constructor() {
    super()
    this.contentId = ''
  }

  async refresh(): Promise<void> {
    if (this.#education.trouble) await this.#education.run()
  }

  protected override updated(): void {
    // With the heading of the page, which then takes the focus.
    if (!this.renderRoot.querySelector('h1')) return
    const title = this.panel.translator.t('course.title')
    if (title === this.#titled) return
    this.#titled = title
    this.dispatchEvent(new TitledEvent(title))
  }

  readonly #read = (lesson: LessonSummary) => (): void => {
    this.dispatchEvent(new NavigateEvent({ view: 'lesson', id: lesson.id }))
  }

  readonly #finished = (): void => {
    this.dispatchEvent(new NavigateEvent({ view: 'finished', id: this.contentId }))
  }

  protected override render() {
    if (!this.panel) return nothing
    const { state, isNone } = this.#education
    if (!state) return isNone ? renderGone(this.panel) : renderWaiting(this, this.#education)
    const course = state.education.courses.find(({ id }) => id === this.contentId)
    if (!course) return renderGone(this.panel)
    const how = courseProgress(state, course)
    return html`<div class="body">
        ${this.#renderAbout(course, how, state)}
        <ol class="trail">
          ${course.lessons.map((lesson, at) => this.#renderLesson(lesson, at, course, how, state))}
        </ol>
        ${this.#renderPage(course)}
      </div>
      ${this.#renderFoot(course, how)}`
  }

  #renderAbout({ title, summary }: Course, how: CourseProgress, state: EducationState) {
    const { t } = this.panel.translator
    const { done, of, minutesLeft, requires } = how
    const lessons =
      of > 1 ? t('learn.of-lessons', { done, all: of }) : t('learn.lessons', { n: of })
    const before = state.education.courses.find(({ id }) => id === requires[0])
    return html`<h1 tabindex="-1">${title}</h1>
      ${summary ? html`<p class="lead second">${summary}</p>` : nothing}
      <div class="far">
        ${renderMeter(of > 0 ? done / of : 0, 'fat', lessons)}
        <p class="small second">
          <span>${lessons}</span>
          <span>${minutesLeft > 0 ? t('learn.left', { n: minutesLeft }) : t('learn.completed')}</span>
        </p>
      </div>
      ${
        before
          ? html`<div class="notice plain">
              ${lockIcon}
              <div>
                ${t('course.requires', { course: before.title })}
                <div class="acts">
                  <button
                    class="btn small"
                    type="button"
                    @click=${() =>
                      this.dispatchEvent(new NavigateEvent({ view: 'course', id: before.id }))}
                  >
                    ${before.title}
                  </button>
                </div>
              </div>
            </div>`
          : nothing
      }`
  }

  #renderLesson(
    lesson: LessonSummary,
    at: number,
    course: Course,
    how: CourseProgress,
    state: EducationState,
  ) {
    const { t } = this.panel.translator
    const step = recordOf(state, course)?.steps.find(({ id }) => id === lesson.id)
    const isDone = how.isDone(lesson.id)
    const isLocked = how.isLocked(lesson.id)
    const isNext = lesson.id === how.next?.id
    const isSkipped = step?.state === 'skipped'
    const look = isDone ? 'on' : isNext ? 'now' : ''
    const stop = isDone
      ? checkIcon
      : isLocked
        ? lockIcon
        : isNext
          ? nothing
          : isSkipped
            ? passedIcon
            : at + 1
    const facts = [
      isLocked && how.requires.length === 0 ? t('course.opens-after', { n: at }) : '',
      t('learn.minutes', { n: lesson.minutes }),
      lesson.questions > 0 ? t('course.quiz') : '',
      isDone
        ? t('learn.completed')
        : isSkipped
          ? t('course.skipped')
          : step
            ? t('course.begun')
            : '',
    ].filter(Boolean)
    const words = html`<span class=${isNext ? 'strong' : isDone ? 'mid second' : 'mid'}
        >${lesson.title}</span
      >
      <span class="small quiet dots">${facts.map((fact) => html`<span>${fact}</span>`)}</span>`
    return html`<li
      class=${isDone || isSkipped ? 'walked' : ''}
      aria-current=${isNext ? 'step' : nothing}
    >
      <span class="node"><span class="stop ${look}" aria-hidden="true">${stop}</span></span>
      ${
        isLocked
          ? html`<div class="lesson">${words}</div>`
          : html`<button class="lesson" type="button" @click=${this.#read(lesson)}>${words}</button>`
      }
    </li>`
  }

  /** The same, large, in the help centre. */
  #renderPage({ url }: Course) {
    const href = safeHref(url, this.panel.baseUrl)
    if (!href) return nothing
    return html`<p class="page small">
      <a href=${href} target="_blank" rel="noopener">
        ${this.panel.translator.t('course.page')}${expandIcon}
      </a>
    </p>`
  }

  #renderFoot({ lessons }: Course, { next, done, of, isDone }: CourseProgress) {
    const { t } = this.panel.translator
    const isAll = of > 0 && done >= of
    if (!isAll && !next) return nothing
    const place = lessons.findIndex(({ id }) => id === next?.id) + 1
    const isFresh = !lessons.some(({ id }) => isDone(id))
    const label = isAll
      ? t('course.result')
      : isFresh && place === 1
        ? t('course.start')
        : t('course.continue', { n: place })
    return html`<div class="foot">
      <button
        class="btn main grow big"
        type="button"
        @click=${next && !isAll ? this.#read(next) : this.#finished}
      >
        ${label}
      </button>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'waypost-course-view': CourseView
  }
}
