import type { Course, EducationState, Lesson, PanelTarget } from '@waypost/sdk/contract'
import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { defineElement } from '../../foundation/define-element.js'
import { directionOf } from '../../foundation/direction.js'
import { LoadController } from '../../foundation/load-controller.js'
import type { PanelContext } from '../../foundation/panel-context.js'
import { sameLanguage } from '../../foundation/same-language.js'
import { empty } from '../../ui/empty.styles.js'
import { backIcon, nextIcon } from '../../ui/icons.js'
import { WaypostRichText } from '../../ui/rich-text.js'
import { view } from '../../ui/view.styles.js'
import { NavigateEvent, TitledEvent } from '../../ui/view-events.js'
import { EducationController } from './education-controller.js'
import { lockIcon, smallDoneIcon } from './education-icons.js'
import { EndController } from './end-controller.js'
import { fetchLesson } from './fetch-lesson.js'
import { followArticle } from './follow-article.js'
import { lessonStyles } from './lesson-view.styles.js'
import { progress } from './progress.styles.js'
import { renderMeter } from './render-progress.js'
import { renderGone, renderWaiting } from './render-waiting.js'
import { courseProgress } from './state-of.js'

defineElement('waypost-rich-text', WaypostRichText)

/**
 * One lesson, to read and to watch: begun by opening it, done by reading it to its end or by its quiz.
 *
 * @summary One lesson.
 * @event {NavigateEvent} waypost-navigate - To the lesson before or after, the quiz, the course.
 * @event {TitledEvent} waypost-titled - The course; below it which of its lessons this is.
 */
export class LessonView extends LitElement {
  static override styles = [view, empty, progress, lessonStyles]
  static override properties = {
    panel: { attribute: false },
    contentId: { attribute: false },
    anchor: { attribute: false },
  }

  declare panel: PanelContext
  declare contentId: string
  /** A heading to begin at. */
  declare anchor: string | undefined

  #titled = ''
  #shown: Lesson | undefined
  /** Not by a tag in the template: its name may be a stranger's. */
  readonly #text = new WaypostRichText()
  #video: HTMLElement | undefined
  readonly #education = new EducationController(this)
  readonly #lesson = new LoadController<Lesson>(this, (signal) => this.#load(signal))
  readonly #end = new EndController(this, () => this.#reachedEnd())

  constructor() {
    super()
    this.contentId = ''
  }

  async refresh(): Promise<void> {
    if (this.#education.trouble) await this.#education.run()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const isOther = changed.has('contentId')
    const isElsewhere = changed.has('panel') && changed.get('panel')?.locale !== this.panel.locale
    if (isOther) this.#lesson.forget()
    if (isOther || isElsewhere) void this.#lesson.run()
  }

  protected override updated(changed: PropertyValues<this>): void {
    const { value } = this.#lesson
    const { state } = this.#education
    if (!value || !state) return
    this.#sayTitle(value, state)
    if (value !== this.#shown) void this.#show(value)
    else if (changed.has('anchor')) this.#goTo()
    this.#end.follow()
  }

  async #load(signal: AbortSignal): Promise<Lesson> {
    const lesson = await fetchLesson(this.contentId, this.panel, signal)
    const { video, title } = lesson
    this.#video = undefined
    if (video) {
      const { LessonVideo } = await import('./lesson-video.js')
      defineElement('waypost-lesson-video', LessonVideo)
      this.#video = Object.assign(new LessonVideo(), { panel: this.panel, video, name: title })
    }
    return lesson
  }

  async #show(lesson: Lesson): Promise<void> {
    this.#shown = lesson
    const { side } = this.#education
    const isBegun = side?.state?.progress
      .get(lesson.courseId)
      ?.steps.some(({ id }) => id === lesson.id)
    if (!isBegun && !this.#isLocked(lesson)) side?.step(lesson.courseId, lesson.id, 'started')
    await this.#text.updateComplete
    this.#goTo()
  }

  #goTo(): void {
    if (this.anchor) this.#text.goTo(this.anchor)
  }

  #sayTitle(lesson: Lesson, state: EducationState): void {
    const { t } = this.panel.translator
    const course = courseOf(lesson, state)
    const subtitle = course
      ? t('lesson.at', { n: placeOf(lesson, course), all: course.lessons.length })
      : ''
    const said = `${course?.title} ${subtitle}`
    if (said === this.#titled) return
    this.#titled = said
    this.dispatchEvent(new TitledEvent(course?.title ?? t('course.title'), subtitle))
  }

  #isLocked(lesson: Lesson): boolean {
    const { state } = this.#education
    const course = state && courseOf(lesson, state)
    return Boolean(course && courseProgress(state, course).isLocked(lesson.id))
  }

  #isDone(lesson: Lesson): boolean {
    const { state } = this.#education
    const course = state && courseOf(lesson, state)
    return Boolean(course && courseProgress(state, course).isDone(lesson.id))
  }

  /** What has a quiz is done by that. */
  #reachedEnd(): void {
    const { value } = this.#lesson
    if (value && !value.quiz) this.#complete(value)
  }

  #complete(lesson: Lesson): void {
    if (this.#isDone(lesson) || this.#isLocked(lesson)) return
    this.#education.side?.step(lesson.courseId, lesson.id, 'completed')
  }

  readonly #go = (target: PanelTarget, replace = false): void => {
    this.dispatchEvent(new NavigateEvent(target, { replace }))
  }

  /** On to the next lesson, or to how it went where this was the last that was left. */
  #goOn(lesson: Lesson): void {
    if (!lesson.quiz) this.#complete(lesson)
    const { state } = this.#education
    const course = state && courseOf(lesson, state)
    const next = course?.lessons[placeOf(lesson, course)]
    const isAll = course && courseProgress(state, course).done >= course.lessons.length
    const end = isAll ? ('finished' as const) : ('course' as const)
    this.#go(next ? { view: 'lesson', id: next.id } : { view: end, id: lesson.courseId }, true)
  }

  protected override render() {
    if (!this.panel) return nothing
    const { state, isNone } = this.#education
    const { value } = this.#lesson
    if (value && state) return this.#renderLesson(value, state)
    if (isNone) return renderGone(this.panel)
    return renderWaiting(this, state ? this.#lesson : this.#education)
  }

  #renderLesson(lesson: Lesson, state: EducationState) {
    const { translator, baseUrl } = this.panel
    const { t } = translator
    const course = courseOf(lesson, state)
    const isForeign = !sameLanguage(lesson.locale, translator.locale)
    const lang = isForeign ? lesson.locale : nothing
    const dir = isForeign ? directionOf(lesson.locale) : nothing
    if (this.#isLocked(lesson)) return this.#renderLocked(lesson)
    return html`${course ? renderMeter(placeOf(lesson, course) / course.lessons.length, 'edge') : nothing}
      <article
        class="body"
        tabindex="0"
        aria-labelledby="title"
        @waypost-article-followed=${followArticle(this)}
      >
        <h1 id="title" tabindex="-1" lang=${lang} dir=${dir}>${lesson.title}</h1>
        ${isForeign ? html`<p class="small quiet">${t('lesson.language', { language: this.#nameOf(lesson) })}</p>` : nothing}
        ${this.#video ?? nothing}
        <div class="text" lang=${lang} dir=${dir}>
          ${Object.assign(this.#text, { content: lesson.body, baseUrl, translator })}
        </div>
        <p class="end small">${this.#renderDone(lesson)}</p>
      </article>
      ${this.#renderFoot(lesson, course)}`
  }

  #nameOf({ locale }: Lesson): string {
    const names = new Intl.DisplayNames([this.panel.translator.locale], { type: 'language' })
    return names.of(new Intl.Locale(locale).baseName) ?? locale
  }

  #renderDone(lesson: Lesson) {
    const { t } = this.panel.translator
    if (!this.#isDone(lesson)) return nothing
    return html`<span class="good">${smallDoneIcon}${t('learn.completed')}</span>${
      lesson.quiz
        ? html` ·
            <button class="link" type="button" @click=${() => this.#go({ view: 'quiz', id: lesson.id })}>
              ${t('lesson.quiz-again')}
            </button>`
        : nothing
    }`
  }

  #renderFoot(lesson: Lesson, course: Course | undefined) {
    const { t } = this.panel.translator
    const place = course ? placeOf(lesson, course) : 0
    const before = course?.lessons[place - 2]
    const isLast = !course?.lessons[place]
    const hasQuiz = lesson.quiz && !this.#isDone(lesson)
    const isBegun = this.panel.keep.get(`quiz:${lesson.id}`) !== null
    return html`<div class="foot">
      ${
        before
          ? html`<button
              class="btn"
              type="button"
              @click=${() => this.#go({ view: 'lesson', id: before.id }, true)}
            >
              ${backIcon}<span class="words">${t('lesson.previous')}</span>
            </button>`
          : nothing
      }
      <span class="grow"></span>
      <button
        class="btn main"
        type="button"
        @click=${() => (hasQuiz ? this.#go({ view: 'quiz', id: lesson.id }) : this.#goOn(lesson))}
      >
        ${
          hasQuiz
            ? t(isBegun ? 'lesson.quiz-on' : 'lesson.to-quiz')
            : isLast
              ? t('lesson.finish')
              : html`${t('lesson.next')}${nextIcon}`
        }
      </button>
    </div>`
  }

  #renderLocked({ title, courseId }: Lesson) {
    const { t } = this.panel.translator
    return html`<div class="body">
      <div class="empty">
        <span class="mark">${lockIcon}</span>
        <h1 tabindex="-1">${title}</h1>
        <p>${t('lesson.locked')}</p>
        <button
          class="btn main"
          type="button"
          @click=${() => this.#go({ view: 'course', id: courseId }, true)}
        >
          ${t('lesson.to-course')}
        </button>
      </div>
    </div>`
  }
}

const courseOf = ({ courseId }: Lesson, { education }: EducationState): Course | undefined =>
  education.courses.find(({ id }) => id === courseId)

/** 1 for the first. */
const placeOf = ({ id }: Lesson, { lessons }: Course): number =>
  lessons.findIndex((lesson) => lesson.id === id) + 1

declare global {
  interface HTMLElementTagNameMap {
    'waypost-lesson-view': LessonView
  }
}
