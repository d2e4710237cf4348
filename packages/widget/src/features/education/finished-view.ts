import type { ContentAction, Course, EducationState } from '@waypost/sdk/contract'
import { html, LitElement, nothing } from 'lit'
import type { PanelContext } from '../../foundation/panel-context.js'
import { empty } from '../../ui/empty.styles.js'
import { learnIcon } from '../../ui/icons.js'
import { rows } from '../../ui/rows.styles.js'
import { view } from '../../ui/view.styles.js'
import { NavigateEvent, TitledEvent } from '../../ui/view-events.js'
import { dayOf } from './day-of.js'
import { EducationController } from './education-controller.js'
import { printIcon } from './education-icons.js'
import { finishedStyles } from './finished-view.styles.js'
import { printProof } from './print-proof.js'
import { progress } from './progress.styles.js'
import { renderFailed } from './render-failed.js'
import { renderRing } from './render-progress.js'
import { renderGone, renderWaiting } from './render-waiting.js'
import { courseProgress, recordOf } from './state-of.js'

/** Courses to go on with: more is no help. */
const MOST = 3

/**
 * A course is done: how it went, a page of it to print, and what to go on with.
 *
 * @summary A course is done.
 * @event {NavigateEvent} waypost-navigate - To another course.
 * @event {TitledEvent} waypost-titled - The words of the panel's head.
 */
export class FinishedView extends LitElement {
  static override styles = [view, empty, rows, progress, finishedStyles]
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
    if (!this.renderRoot.querySelector('h1')) return
    const title = this.panel.translator.t('course.title')
    if (title === this.#titled) return
    this.#titled = title
    this.dispatchEvent(new TitledEvent(title))
  }

  readonly #act = (action: ContentAction) => (): void => {
    void this.#education.attempt((side) => side.act(this.contentId, action))
  }

  readonly #open = (id: string) => (): void => {
    this.dispatchEvent(new NavigateEvent({ view: 'course', id }))
  }

  /** Who has done it stands on the paper, where the host says who is here. */
  async #print(course: Course, state: EducationState): Promise<void> {
    const { panel } = this
    const { translator } = panel
    const customer = await panel.customer?.().catch(() => null)
    const name = customer?.name
    const at = recordOf(state, course)?.completedAt ?? new Date().toISOString()
    printProof({
      locale: translator.locale,
      site: panel.settings?.site.name ?? '',
      title: translator.t('course.finished', { course: course.title }),
      lines: [
        this.#sum(course, state),
        name ? translator.t('course.by', { name }) : '',
        dayOf(at, panel, new Date(0)),
      ].filter(Boolean),
      accent: getComputedStyle(this).getPropertyValue('--wp-accent'),
    })
  }

  #sum(course: Course, state: EducationState): string {
    const { t } = this.panel.translator
    const score = recordOf(state, course)?.score
    const lessons = t('learn.lessons', { n: course.lessons.length })
    return score
      ? `${lessons} · ${t('course.score', { right: score.right, all: score.of })}`
      : lessons
  }

  protected override render() {
    if (!this.panel) return nothing
    const { state, isNone } = this.#education
    if (!state) return isNone ? renderGone(this.panel) : renderWaiting(this, this.#education)
    const course = state.education.courses.find(({ id }) => id === this.contentId)
    return course ? this.#renderCourse(course, state) : renderGone(this.panel)
  }

  #renderCourse(course: Course, state: EducationState) {
    const { t } = this.panel.translator
    const { done, of } = courseProgress(state, course)
    const { next } = course
    return html`<div class="body">
      ${this.#education.hasFailed ? renderFailed(this.panel) : nothing}
      <div class="empty">
        ${renderRing(done, of, { name: t('learn.of', { done, all: of }) })}
        <h1 tabindex="-1">${t('course.finished', { course: course.title })}</h1>
        <p>${this.#sum(course, state)}</p>
        <div class="acts">
          ${
            next
              ? html`<button class="btn main" type="button" @click=${this.#act(next)}>
                  ${next.label}
                </button>`
              : nothing
          }
          <button class="btn" type="button" @click=${() => void this.#print(course, state)}>
            ${printIcon}${t('course.print')}
          </button>
        </div>
      </div>
      ${this.#renderOthers(course, state)}
    </div>`
  }

  #renderOthers({ id }: Course, state: EducationState) {
    const { t } = this.panel.translator
    const others = state.education.courses
      .filter((one) => one.id !== id && state.isShown(one.id))
      .map((one) => ({ course: one, how: courseProgress(state, one) }))
      .filter(({ how }) => how.next && how.done < how.of)
      .slice(0, MOST)
    if (others.length === 0) return nothing
    return html`<section class="sec">
      <header><h2>${t('course.go-on')}</h2></header>
      <ul class="rows card">
        ${others.map(
          ({ course, how }) => html`<li>
            <button class="row" type="button" @click=${this.#open(course.id)}>
              ${learnIcon}<span class="grow">${course.title}</span>
              <span class="small quiet">${t('learn.minutes', { n: how.minutesLeft })}</span>
            </button>
          </li>`,
        )}
      </ul>
    </section>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'waypost-finished-view': FinishedView
  }
}
