import type { Lesson, PanelTarget } from '@waypost/sdk/contract'
import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { defineElement } from '../../foundation/define-element.js'
import { LoadController } from '../../foundation/load-controller.js'
import type { PanelContext } from '../../foundation/panel-context.js'
import { empty } from '../../ui/empty.styles.js'
import { alertIcon } from '../../ui/icons.js'
import { infoIcon } from '../../ui/page-icons.js'
import { WaypostRichText } from '../../ui/rich-text.js'
import { view } from '../../ui/view.styles.js'
import { NavigateEvent, TitledEvent } from '../../ui/view-events.js'
import { EducationController } from './education-controller.js'
import { doneIcon } from './education-icons.js'
import { fetchLesson } from './fetch-lesson.js'
import { followArticle } from './follow-article.js'
import { progress } from './progress.styles.js'
import { QuizController } from './quiz-controller.js'
import { quizStyles } from './quiz-view.styles.js'
import { renderAsked } from './render-asked.js'
import { renderMeter, renderRing } from './render-progress.js'
import { renderTold } from './render-told.js'
import { renderGone, renderWaiting } from './render-waiting.js'

defineElement('waypost-rich-text', WaypostRichText)

/**
 * The quiz of a lesson: one question at a time, what is right and why at once, and whether it was
 * enough at the end.
 *
 * @summary The quiz of a lesson.
 * @event {NavigateEvent} waypost-navigate - Back to the lesson, or on to the next.
 * @event {TitledEvent} waypost-titled - The course; below it which question this is.
 */
export class QuizView extends LitElement {
  static override styles = [view, empty, progress, quizStyles]
  static override properties = { panel: { attribute: false }, contentId: { attribute: false } }

  declare panel: PanelContext
  /** The lesson. */
  declare contentId: string

  #titled = ''
  /** Not by a tag in the template: its name may be a stranger's. */
  readonly #text = new WaypostRichText()
  readonly #education = new EducationController(this)
  readonly #lesson = new LoadController<Lesson>(this, (signal) => this.#load(signal))
  readonly #quiz = new QuizController(this, {
    panel: () => this.panel,
    lesson: () => this.#lesson.value ?? this.#coming,
    ended: (attempt) => this.#education.side?.answered(attempt),
  })
  /** Before it is in sight. */
  #coming: Lesson | undefined

  constructor() {
    super()
    this.contentId = ''
  }

  async refresh(): Promise<void> {
    if (this.#education.trouble) await this.#education.run()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const isElsewhere = changed.has('panel') && changed.get('panel')?.locale !== this.panel.locale
    if (changed.has('contentId') || isElsewhere) void this.#lesson.run()
  }

  async #load(signal: AbortSignal): Promise<Lesson> {
    const lesson = await fetchLesson(this.contentId, this.panel, signal)
    this.#coming = lesson
    await this.#quiz.resume(signal)
    return lesson
  }

  protected override updated(): void {
    const { value } = this.#lesson
    if (!value || !this.#education.state) return
    const { t } = this.panel.translator
    const { place, questions, isOver } = this.#quiz
    const subtitle = isOver ? t('quiz.title') : t('quiz.at', { n: place, all: questions.length })
    const title = this.#course(value)?.title ?? t('course.title')
    if (this.#titled === title + subtitle) return
    this.#titled = title + subtitle
    this.dispatchEvent(new TitledEvent(title, subtitle))
  }

  #course({ courseId }: Lesson) {
    return this.#education.state?.education.courses.find(({ id }) => id === courseId)
  }

  readonly #go = (target: PanelTarget, replace = false): void => {
    this.dispatchEvent(new NavigateEvent(target, { replace }))
  }

  readonly #submitted = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    if (this.#quiz.told) return this.#next()
    await this.#quiz.check()
    await this.updateComplete
    // The field is gone: by the same button one goes on.
    this.renderRoot.querySelector<HTMLElement>('.foot .main')?.focus()
  }

  #next(): void {
    this.#quiz.next()
    void this.#toHeading()
  }

  #again(): void {
    this.#quiz.again()
    void this.#toHeading()
  }

  async #toHeading(): Promise<void> {
    await this.updateComplete
    this.renderRoot.querySelector('.body')?.scrollTo(0, 0)
    this.renderRoot.querySelector<HTMLElement>('h1')?.focus()
  }

  /** Nothing is lost by it: the quiz may be taken at any time. */
  #skip(lesson: Lesson): void {
    this.#education.side?.step(lesson.courseId, lesson.id, 'skipped')
    this.#goOn(lesson)
  }

  #goOn(lesson: Lesson): void {
    const course = this.#course(lesson)
    const lessons = course?.lessons ?? []
    const next = lessons[lessons.findIndex(({ id }) => id === lesson.id) + 1]
    const isAll = this.#education.state?.progress.get(lesson.courseId)?.state === 'completed'
    this.#go(
      next
        ? { view: 'lesson', id: next.id }
        : { view: isAll ? 'finished' : 'course', id: lesson.courseId },
      true,
    )
  }

  protected override render() {
    if (!this.panel) return nothing
    const { state, isNone } = this.#education
    const { value } = this.#lesson
    if (isNone || value?.quiz === null) return renderGone(this.panel)
    if (!value || !state) return renderWaiting(this, state ? this.#lesson : this.#education)
    return this.#quiz.isOver ? this.#renderOver(value) : this.#renderQuestion(value)
  }

  #renderQuestion(lesson: Lesson) {
    const { t } = this.panel.translator
    const { question, questions, place, told, checking, hasFailed, given, attempt } = this.#quiz
    if (!question) return renderGone(this.panel)
    const answered = attempt?.results.length ?? 0
    const parts = { question, panel: this.panel, quiz: this.#quiz }
    return html`${renderMeter((place - (told ? 0 : 0.5)) / questions.length, 'edge')}
      <form id="quiz" class="body" novalidate @submit=${this.#submitted}>
        ${told ? renderTold({ ...parts, told }) : renderAsked(parts)}
        <div class="why" role="status" @waypost-article-followed=${followArticle(this)}>
          ${told ? this.#renderWhy(lesson) : nothing}
        </div>
        ${
          hasFailed
            ? html`<div class="notice bad" role="alert">
                ${alertIcon}
                <div>${t('quiz.unsent')}</div>
              </div>`
            : nothing
        }
      </form>
      <div class="foot">
        ${
          told
            ? html`<span class="small quiet grow"
                >${t('quiz.so-far', { right: attempt?.right ?? 0, n: answered })}</span
              >`
            : html`<button class="btn bare" type="button" @click=${() => this.#skip(lesson)}>
                  ${t('quiz.skip')}</button
                ><span class="grow"></span>`
        }
        <button
          class="btn main waits"
          type="submit"
          form="quiz"
          ?disabled=${!told && given === undefined}
          aria-describedby=${told ? nothing : 'hint'}
          aria-busy=${checking ? 'true' : nothing}
        >
          ${checking ? html`<span class="spin"></span>` : nothing}${t(
            told ? (this.#quiz.isLast ? 'course.result' : 'quiz.next') : 'quiz.check',
          )}
        </button>
      </div>`
  }

  /** At once and kindly. */
  #renderWhy(lesson: Lesson) {
    const { translator, baseUrl } = this.panel
    const { t } = translator
    const { told } = this.#quiz
    if (!told) return nothing
    const { isRight, feedback, anchor } = told
    return html`<div class="notice plain">
      ${isRight ? doneIcon : infoIcon}
      <div>
        <strong>${t(isRight ? 'quiz.right' : 'quiz.wrong')}</strong>
        ${feedback ? Object.assign(this.#text, { content: feedback, baseUrl, translator }) : nothing}
        ${
          anchor === null
            ? nothing
            : html`<button
                class="link"
                type="button"
                @click=${() => this.#go({ view: 'lesson', id: lesson.id, anchor })}
              >
                ${t('quiz.read')}
              </button>`
        }
      </div>
    </div>`
  }

  #renderOver(lesson: Lesson) {
    const { t } = this.panel.translator
    const { attempt } = this.#quiz
    const { right = 0, of = 0, passed } = attempt ?? {}
    const needs = Math.ceil((lesson.quiz?.passMark ?? 0) * of)
    const course = this.#course(lesson)
    const isLast = course?.lessons.at(-1)?.id === lesson.id
    return html`<div class="body">
        <div class="empty">
          ${renderRing(right, of, { name: t('course.score', { right, all: of }) })}
          <h1 tabindex="-1">${t(passed ? 'quiz.passed' : 'quiz.failed')}</h1>
          <p>${t('course.score', { right, all: of })}</p>
          ${passed ? nothing : html`<p>${t('quiz.needs', { n: needs })}</p>`}
        </div>
      </div>
      <div class="foot">
        <button
          class="btn"
          type="button"
          @click=${() => this.#go({ view: 'lesson', id: lesson.id })}
        >
          ${t('quiz.to-lesson')}</button
        ><span class="grow"></span>
        ${
          passed
            ? html`<button class="btn main" type="button" @click=${() => this.#goOn(lesson)}>
                ${t(isLast ? 'lesson.finish' : 'lesson.next')}
              </button>`
            : html`<button class="btn main" type="button" @click=${() => this.#again()}>
                ${t('lesson.quiz-again')}
              </button>`
        }
      </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'waypost-quiz-view': QuizView
  }
}
