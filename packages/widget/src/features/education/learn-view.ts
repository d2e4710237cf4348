import type { Checklist, Course, EducationState, PanelTarget, Tour } from '@waypost/sdk/contract'
import { progressOfChecklist } from '@waypost/sdk/education'
import { html, LitElement, nothing } from 'lit'
import type { PanelContext } from '../../foundation/panel-context.js'
import { empty } from '../../ui/empty.styles.js'
import { learnIcon, nextIcon } from '../../ui/icons.js'
import { rows } from '../../ui/rows.styles.js'
import { view } from '../../ui/view.styles.js'
import { NavigateEvent, TitledEvent } from '../../ui/view-events.js'
import { dayOf } from './day-of.js'
import { EducationController } from './education-controller.js'
import { lockIcon, smallDoneIcon, tourIcon } from './education-icons.js'
import { learn } from './learn-view.styles.js'
import { progress } from './progress.styles.js'
import { renderFailed } from './render-failed.js'
import { renderMeter, renderRing } from './render-progress.js'
import { renderWaiting } from './render-waiting.js'
import { courseProgress, recordOf, stateOf } from './state-of.js'

/**
 * What there is to learn: the checklist that is under way, courses, tours, and what was put away.
 *
 * @summary Learn.
 * @event {NavigateEvent} waypost-navigate - To a checklist or a course.
 * @event {TitledEvent} waypost-titled - The words of the panel's head.
 */
export class LearnView extends LitElement {
  static override styles = [view, rows, empty, progress, learn]
  static override properties = { panel: { attribute: false } }

  declare panel: PanelContext

  readonly #education = new EducationController(this)

  /** Tries again what could not be fetched. */
  async refresh(): Promise<void> {
    if (this.#education.trouble) await this.#education.run()
  }

  protected override updated(): void {
    if (this.panel) this.dispatchEvent(new TitledEvent(this.panel.translator.t('panel.learn')))
  }

  readonly #go = (destination: PanelTarget) => (): void => {
    this.dispatchEvent(new NavigateEvent(destination))
  }

  readonly #take = (tour: Tour) => (): void => {
    void this.#education.attempt((side) => side.start('tour', tour.id))
  }

  protected override render() {
    if (!this.panel) return nothing
    const { state, isNone, hasFailed } = this.#education
    if (state) {
      return html`<div class="body">${hasFailed ? renderFailed(this.panel) : nothing}
        ${this.#renderAll(state)}</div>`
    }
    return isNone ? this.#renderNone() : renderWaiting(this, this.#education)
  }

  #renderAll(state: EducationState) {
    const { t } = this.panel.translator
    const { education } = state
    const how = stateOf(state)
    const isFor = ({ id }: { id: string }) => state.isShown(id)
    const isAway = ({ id }: { id: string }) => how(id) === 'dismissed'
    const checklists = education.checklists.filter((one) => isFor(one) || isAway(one))
    const isDone = (one: Checklist) => recordOf(state, one)?.state === 'completed'
    const running = checklists.filter((one) => !isAway(one) && !isDone(one))
    const behind = checklists.filter((one) => !isAway(one) && isDone(one))
    const courses = education.courses.filter(isFor)
    const tours = education.tours.filter(isFor)
    if (checklists.length + courses.length + tours.length === 0) return this.#renderNone()
    return html`${running.map((one) => this.#renderChecklist(one, state))}
    ${renderSection(t('learn.courses'), courses, (one) => this.#renderCourse(one, state))}
    ${renderSection(t('learn.tours'), tours, (one) => this.#renderTour(one, state))}
    ${renderSection(t('learn.completed'), behind, (one) => this.#renderBehind(one, state))}
    ${renderSection(t('learn.away'), checklists.filter(isAway), (one) => this.#renderAway(one))}`
  }

  #renderChecklist(checklist: Checklist, state: EducationState) {
    const { t } = this.panel.translator
    const { done, of, next } = progressOfChecklist(checklist, recordOf(state, checklist))
    const minutes = next?.minutes
    return html`<button
      class="row card running"
      type="button"
      @click=${this.#go({ view: 'checklist', id: checklist.id })}
    >
      ${renderRing(done, of)}
      <span class="two">
        <span class="small second"
          >${checklist.title}<span class="sr">, ${t('learn.of', { done, all: of })}</span></span
        >
        <span class="strong"
          >${next ? t('learn.next', { task: next.title }) : t('checklist.all-done')}</span
        >
        ${minutes ? html`<span class="small second">${t('learn.minutes', { n: minutes })}</span>` : nothing}
      </span>
      ${nextIcon}
    </button>`
  }

  #renderCourse(course: Course, state: EducationState) {
    const { t } = this.panel.translator
    const record = recordOf(state, course)
    const { done, of, minutesLeft, requires } = courseProgress(state, course)
    const [first] = requires
    const before = first && state.education.courses.find(({ id }) => id === first)?.title
    return html`<button
      class="row top"
      type="button"
      @click=${this.#go({ view: 'course', id: course.id })}
    >
      <span class="two">
        <span class="strong">${course.title}</span>
        ${
          record?.state === 'completed'
            ? this.#renderCompleted(record.completedAt)
            : html`<span class="small second dots"
                  ><span
                    >${
                      done > 0 && of > 1
                        ? t('learn.of-lessons', { done, all: of })
                        : t('learn.lessons', { n: of })
                    }</span
                  ><span
                    >${t(done > 0 ? 'learn.left' : 'learn.minutes', { n: minutesLeft })}</span
                  ></span
                >
                ${done > 0 ? renderMeter(done / of) : nothing}
                ${before ? html`<span class="small quiet">${t('course.requires', { course: before })}</span>` : nothing}`
        }
      </span>
      ${first ? lockIcon : nothing}
    </button>`
  }

  #renderTour(tour: Tour, state: EducationState) {
    const { t } = this.panel.translator
    const { minutes, steps } = tour
    const record = recordOf(state, tour)
    return html`<button class="row top" type="button" @click=${this.#take(tour)}>
      ${tourIcon}
      <span class="two">
        <span class="mid">${tour.title}</span>
        ${
          record?.state === 'completed'
            ? this.#renderCompleted(record.completedAt)
            : html`<span class="small quiet dots"
                ><span>${t('learn.steps', { n: steps.length })}</span
                >${minutes ? html`<span>${t('learn.minutes', { n: minutes })}</span>` : nothing}</span
              >`
        }
      </span>
    </button>`
  }

  #renderBehind(checklist: Checklist, state: EducationState) {
    return html`<button
      class="row top"
      type="button"
      @click=${this.#go({ view: 'checklist', id: checklist.id })}
    >
      <span class="two">
        <span class="mid">${checklist.title}</span>
        ${this.#renderCompleted(recordOf(state, checklist)?.completedAt)}
      </span>
    </button>`
  }

  #renderAway({ id, title }: Checklist) {
    return html`<button class="row" type="button" @click=${this.#go({ view: 'checklist', id })}>
      <span class="two mid">${title}</span>${nextIcon}
    </button>`
  }

  #renderCompleted(at: string | null | undefined) {
    return html`<span class="small second dots"
      ><span class="good">${smallDoneIcon}${this.panel.translator.t('learn.completed')}</span>${
        at ? html`<span>${dayOf(at, this.panel)}</span>` : nothing
      }</span
    >`
  }

  #renderNone() {
    const { t } = this.panel.translator
    return html`<div class="empty">
      <span class="mark">${learnIcon}</span>
      <h2>${t('learn.none')}</h2>
      <p>${t('learn.none.hint')}</p>
    </div>`
  }
}

function renderSection<T>(title: string, all: readonly T[], render: (one: T) => unknown) {
  if (all.length === 0) return nothing
  return html`<section class="sec">
    <header><h2>${title}</h2></header>
    <ul class="rows card">
      ${all.map((one) => html`<li>${render(one)}</li>`)}
    </ul>
  </section>`
}

declare global {
  interface HTMLElementTagNameMap {
    'waypost-learn-view': LearnView
  }
}
