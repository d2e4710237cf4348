import type { createEducation } from '../../client/education.js'
import type { Course, Education } from '../../contract/education.js'
import type { EducationState } from '../../contract/education-side.js'
import type { PanelOptions } from '../../contract/panel.js'
import type { ContentChange, Progress } from '../../contract/progress.js'
import type { PageFacts } from '../../education/facts.js'
import { isAllDone } from '../../education/is-all-done.js'
import { announce } from './announce.js'
import { type Change, createPending } from './create-pending.js'
import { afterChange, type Content, contentsOf, seeState } from './see-state.js'

export interface RecordDeps extends Pick<PanelOptions<unknown>, 'keep' | 'emit'> {
  progress: ReturnType<typeof createEducation>['progress']
  /** Of the texts that the person reads. */
  locale(): string
  factsOf(progress: EducationState['progress']): PageFacts
  /** Told to the other tabs. */
  tell(progress: Progress): void
  /** The state is another; more may follow from what was done. */
  changed(isDone: boolean): void
}

/** What there is for the person and how far they are: by the server, other tabs, and what waits here. */
export function createRecord({ keep, emit, tell, changed, ...deps }: RecordDeps) {
  let education: Education | undefined
  let state: EducationState | undefined
  /** As the server, or another tab, has said last. */
  let told = new Map<string, Progress>()

  const pending = createPending({ keep, progress: deps.progress, locale: deps.locale, told: know })

  const contents = (): Content[] => (education ? contentsOf(education) : [])
  const find = (id: string) => contents().find((one) => one.id === id)
  const courseOf = (lessonId: string): Course | undefined =>
    education?.courses.find(({ lessons }) => lessons.some(({ id }) => id === lessonId))
  const shownIds = () => contents().map(({ id }) => state?.isShown(id))

  function see(all: Education): EducationState {
    state = seeState(all, told, pending.list(), deps.factsOf)
    return state
  }

  /** Whatever is done here: it holds at once, and goes to the server and to the other tabs. */
  function say(contentId: string, stepId: string | undefined, word: ContentChange['state']): void {
    const of = find(contentId)
    if (!of || !state || !education) return
    const key = crypto.getRandomValues(new BigUint64Array(2)).join('-')
    const body = { kind: of.kind, version: of.version, state: word }
    const change = { key, at: new Date().toISOString(), contentId, stepId, body } as Change
    const before = state.progress.get(contentId)
    const after = afterChange(before, change)
    if (after === before) return
    pending.add(change)
    tell(after)
    emit('progress:changed', { progress: after })
    see(education)
    changed(true)
    if (word === 'completed') announce(emit, of, stepId)
    const isDoneByParts = of.kind === 'checklist' || of.kind === 'course'
    if (stepId !== undefined && isDoneByParts && isAllDone(of, after)) {
      say(contentId, undefined, 'completed')
    }
  }

  function heard(progress: Progress): void {
    told.set(progress.contentId, progress)
    // An answer knows nothing of what still waits to be sent.
    if (education) progress = see(education).progress.get(progress.contentId) ?? progress
    emit('progress:changed', { progress })
    if (education) changed(true)
  }

  /** The server has said it. */
  function know(progress: Progress): Progress {
    heard(progress)
    tell(progress)
    return progress
  }

  return {
    get education() {
      return education
    },
    get state() {
      return state
    },
    find,
    courseOf,
    say,
    heard,
    know,

    /** What there is now; how far the person is, where the server was asked. */
    begin(all: Education, list: readonly Progress[] | undefined): EducationState {
      education = all
      if (list) told = new Map(list.map((one) => [one.contentId, one]))
      pending.send()
      const next = see(all)
      changed(true)
      return next
    },

    /** The page is another: something may show by now, or show no more. */
    look(all: Education): EducationState {
      const before = shownIds().join()
      const next = see(all)
      if (shownIds().join() !== before) changed(false)
      return next
    },

    /** Somebody else is here, or nobody. */
    forget(): void {
      education = state = undefined
      told = new Map()
      changed(false)
    },

    end(): void {
      pending.end()
      education = state = undefined
    },
  }
}
