import type { Checklist, ContentAction, EducationState, Task } from '@waypost/sdk/contract'
import { type ChecklistProgress, progressOfChecklist } from '@waypost/sdk/education'
import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { defineElement } from '../../foundation/define-element.js'
import type { PanelContext } from '../../foundation/panel-context.js'
import { contoursStyles } from '../../ui/contours.styles.js'
import { empty } from '../../ui/empty.styles.js'
import { fetchRarerBlocks } from '../../ui/fetch-rarer-blocks.js'
import { infoIcon } from '../../ui/page-icons.js'
import { WaypostRichText } from '../../ui/rich-text.js'
import { trail } from '../../ui/trail.styles.js'
import { view } from '../../ui/view.styles.js'
import { TitledEvent } from '../../ui/view-events.js'
import { type ChecklistStanding, ChecklistStandsEvent } from './checklist-stands-event.js'
import { checklistStyles } from './checklist-view.styles.js'
import { EducationController } from './education-controller.js'
import { followArticle } from './follow-article.js'
import { progress } from './progress.styles.js'
import { renderFailed } from './render-failed.js'
import { renderSum } from './render-sum.js'
import { renderTask } from './render-task.js'
import { renderGone, renderWaiting } from './render-waiting.js'
import { recordOf, stateOf } from './state-of.js'

defineElement('waypost-rich-text', WaypostRichText)

/**
 * One checklist as a trail: what is done with its day, the next task with what does it, the others.
 *
 * @summary One checklist.
 * @event {NavigateEvent} waypost-navigate - To what a task leads to.
 * @event {TitledEvent} waypost-titled - The name of the checklist.
 * @event {ChecklistStandsEvent} waypost-checklist-stands - Whether there is one, and how far it is.
 */
export class ChecklistView extends LitElement {
  static override styles = [view, empty, trail, contoursStyles, progress, checklistStyles]
  static override properties = { panel: { attribute: false }, contentId: { attribute: false } }

  declare panel: PanelContext
  /** Empty for the one that is under way. */
  declare contentId: string

  /** The task whose words are in sight; the next one unless somebody has opened another. */
  #open: string | undefined
  /** All was done, and it has not been said before. */
  #celebrates = false
  #titled = ''
  #standing: ChecklistStanding | undefined
  #said = ''
  #fetched: Checklist | undefined
  /** Not by a tag in the template: its name may be a stranger's. */
  readonly #text = new WaypostRichText()
  readonly #education = new EducationController(this)

  constructor() {
    super()
    this.contentId = ''
  }

  async refresh(): Promise<void> {
    if (this.#education.trouble) await this.#education.run()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('contentId')) this.#open = undefined
    const { state } = this.#education
    const checklist = state && this.#find(state)
    if (!state || !checklist) return
    const { done, of } = progressOfChecklist(checklist, recordOf(state, checklist))
    if (done >= of) this.#celebrate(checklist)
    if (checklist !== this.#fetched) void this.#fetchBlocks(checklist)
  }

  protected override updated(): void {
    const { state, isNone } = this.#education
    if (state || isNone) this.#sayStanding(state)
    const title = (state && this.#find(state)?.title) ?? ''
    if (!title || title === this.#titled) return
    this.#titled = title
    this.dispatchEvent(new TitledEvent(title))
  }

  #sayStanding(state: EducationState | undefined): void {
    const standing = state ? this.#standingIn(state) : 'gone'
    if (standing === this.#standing) return
    this.#standing = standing
    this.dispatchEvent(new ChecklistStandsEvent(standing))
  }

  #standingIn(state: EducationState): ChecklistStanding {
    const checklist = this.#find(state)
    if (!checklist) return 'gone'
    const record = recordOf(state, checklist)
    if (record?.state === 'dismissed') return 'away'
    const { done, of } = progressOfChecklist(checklist, record)
    return done < of ? 'running' : 'done'
  }

  #find(state: EducationState): Checklist | undefined {
    const { checklists } = state.education
    const how = stateOf(state)
    const isRunning = ({ id }: Checklist) =>
      state.isShown(id) && !['completed', 'dismissed'].includes(how(id))
    if (this.contentId) return checklists.find(({ id }) => id === this.contentId)
    return (
      checklists.find(({ id }) => id === this.#fetched?.id) ??
      checklists.find(isRunning) ??
      checklists.find(({ id }) => state.isShown(id) && how(id) !== 'dismissed')
    )
  }

  /** What few texts hold comes before they are drawn; without it they are drawn without that. */
  async #fetchBlocks(checklist: Checklist): Promise<void> {
    this.#fetched = checklist
    const bodies = checklist.tasks.flatMap(({ body }) => body ?? [])
    await fetchRarerBlocks(bodies, this.panel.translator).catch(() => {})
    this.#text.requestUpdate()
  }

  /** Said once, to whoever is here when the last task is done, or comes first after that. */
  #celebrate({ id, version }: Checklist): void {
    const { keep } = this.panel
    const key = `celebrated:${id}`
    if (keep.get(key) === `${version}`) return
    keep.set(key, `${version}`)
    this.#celebrates = true
  }

  get #isFolded(): boolean {
    return this.panel.keep.get('folded') === '1'
  }

  readonly #fold = (): void => {
    this.panel.keep.set('folded', this.#isFolded ? null : '1')
    this.requestUpdate()
  }

  readonly #opens = async (taskId: string | undefined): Promise<void> => {
    this.#open = taskId
    this.requestUpdate()
    await this.updateComplete
    // The button that was pressed is gone.
    this.#focusOn('.now .task')
  }

  readonly #say = async (task: Task, state: 'completed' | 'skipped'): Promise<void> => {
    const { contentId: id } = this.#here
    this.#open = undefined
    await this.#education.attempt((side) => side.step(id, task.id, state))
    await this.#goOn()
  }

  /** The button that was pressed is gone: the focus goes to what is next. */
  async #goOn(): Promise<void> {
    const { state } = this.#education
    const checklist = state && this.#find(state)
    if (checklist) {
      const { done, of } = progressOfChecklist(checklist, recordOf(state, checklist))
      this.#said = this.panel.translator.t('learn.of', { done, all: of })
    }
    this.requestUpdate()
    await this.updateComplete
    this.#focusOn('.now .task', '.sum [tabindex]')
  }

  readonly #become = async (state: 'dismissed' | 'started' | 'restarted'): Promise<void> => {
    const { contentId: id } = this.#here
    this.#celebrates = false
    if (state === 'restarted') this.panel.keep.set(`celebrated:${id}`, null)
    await this.#education.attempt((side) => side.content(id, state))
    await this.updateComplete
    this.#focusOn('.away', '.sum [tabindex]')
  }

  /** The first of these that there is. */
  #focusOn(...selectors: readonly string[]): void {
    const found = selectors.map((one) => this.renderRoot.querySelector<HTMLElement>(one))
    found.find(Boolean)?.focus()
  }

  readonly #act = (action: ContentAction): void => {
    const { contentId: id } = this.#here
    void this.#education.attempt((side) => side.act(id, action))
  }

  readonly #show = (tourId: string): void => {
    void this.#education.attempt((side) => side.start('tour', tourId))
  }

  get #here() {
    const { state } = this.#education
    return { contentId: (state && this.#find(state)?.id) ?? this.contentId }
  }

  protected override render() {
    if (!this.panel) return nothing
    const { state, isNone } = this.#education
    if (!state) return isNone ? renderGone(this.panel) : renderWaiting(this, this.#education)
    const checklist = this.#find(state)
    if (!checklist) return renderGone(this.panel)
    const record = recordOf(state, checklist)
    const how = progressOfChecklist(checklist, record)
    const isAway = record?.state === 'dismissed'
    return html`<div class="body" @waypost-article-followed=${followArticle(this)}>
      ${this.#education.hasFailed ? renderFailed(this.panel) : nothing}
      ${isAway ? this.#renderAway() : nothing}
      ${renderSum(checklist, how, this.panel.translator, {
        isFestive: this.#celebrates && how.done >= how.of,
        isFolded: this.#isFolded,
        fold: this.#fold,
        act: this.#act,
      })}
      <ol id="tasks" class="trail" ?hidden=${this.#isFolded}>
        ${checklist.tasks.map((task, at) =>
          renderTask(task, this.panel, {
            place: at + 1,
            step: record?.steps.find(({ id }) => id === task.id),
            isDone: how.isDone(task.id),
            isNext: task === how.next,
            isOpen: (this.#open ?? how.next?.id) === task.id,
            text: this.#text,
            act: this.#act,
            show: this.#show,
            say: (task, what) => void this.#say(task, what),
            open: (taskId) => void this.#opens(taskId),
          }),
        )}
      </ol>
      ${isAway ? nothing : this.#renderDeeds(how)}
      <p class="sr" role="status">${this.#said}</p>
    </div>`
  }

  #renderAway() {
    const { t } = this.panel.translator
    return html`<div class="notice plain away" role="status" tabindex="-1">
      ${infoIcon}
      <div>
        ${t('checklist.is-away')}
        <div class="acts">
          <button class="btn small" type="button" @click=${() => void this.#become('started')}>
            ${t('learn.bring-back')}
          </button>
        </div>
      </div>
    </div>`
  }

  #renderDeeds({ done, of }: ChecklistProgress) {
    const { t } = this.panel.translator
    return html`<div class="deeds" ?hidden=${this.#isFolded}>
      ${
        done >= of
          ? html`<button
              class="btn small bare"
              type="button"
              @click=${() => void this.#become('restarted')}
            >
              ${t('checklist.restart')}
            </button>`
          : nothing
      }
      <button class="btn small bare" type="button" @click=${() => void this.#become('dismissed')}>
        ${t('checklist.put-away')}
      </button>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'waypost-checklist-view': ChecklistView
  }
}
