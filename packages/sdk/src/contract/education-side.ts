import type { AnyContentId, IdOf } from './content-ids.js'
import type { ContentAction, Education } from './education.js'
import type { ContentChange, Progress, StepState } from './progress.js'
import type { Attempt } from './quiz.js'
import type { ContentKind } from './targeting.js'

/** What is known of the site's education and of how far the person here is with it. */
export interface EducationState {
  /** All that the person may see; what of it is for them now says `isShown`. */
  readonly education: Education
  /** By content. What is not in it nobody has begun; what is of an older version neither. */
  readonly progress: ReadonlyMap<string, Progress>
  /**
   * Whether a content is for the person on this page now: its rule holds, or they have begun it. What
   * they have put away is still shown to those who look for it.
   */
  isShown(contentId: string): boolean
}

/**
 * What coordinates education on a page: one for panel, elements, tours and the host. What is said to
 * it holds at once, is kept, and reaches the server and the other tabs when it can.
 */
export interface EducationSide {
  /** `undefined` until it was loaded, and after somebody else has come. */
  readonly state: EducationState | undefined
  /** Fetches once, however many ask; rejects with `WaypostError`, and may be tried again. */
  load(): Promise<EducationState>
  /** Told whenever `state` is another: told anew by `load()`, by another tab, by the page. */
  listen(changed: () => void): () => void
  /** A step of a tour, a task of a checklist, a lesson of a course (by the lesson's whole id). */
  step(contentId: string, stepId: string, state: StepState): void
  /** What became of a content as a whole. */
  content(contentId: string, state: ContentChange['state']): void
  /** Hears what a quiz has come to: the course may be done by it. */
  answered(attempt: Attempt): void
  /** Starts a tour, opens a checklist, a course, a lesson or a tip; rejects where there is none. */
  start<K extends ContentKind>(kind: K, id: IdOf<K>): Promise<void>
  /** Leaves what runs: that tour, or whichever does. */
  skip(contentId?: AnyContentId): void
  /** Does what a button of a content says. */
  act(contentId: string, action: ContentAction): Promise<void>
}
