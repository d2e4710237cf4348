import type { Education } from '../contract/education.js'
import type { WaypostError } from '../contract/errors.js'
import type { Progress } from '../contract/progress.js'
import type { SdkEventName } from '../contract/sdk-events.js'
import type { Waypost } from './waypost.js'

/** The same object as long as nothing has changed. */
export interface EducationSnapshot {
  /** All that the person may see; `undefined` until it has come. */
  readonly education: Education | undefined
  /** How far they are, by content; what they have not begun is not in it. */
  readonly progress: ReadonlyMap<string, Progress>
  /** Why it has not come; gone as soon as it has. */
  readonly error: WaypostError | undefined
}

/** What a view that draws itself listens to: React's `useSyncExternalStore(subscribe, getSnapshot)`. */
export interface EducationStore {
  readonly getSnapshot: () => EducationSnapshot
  /** Fetches with the first listener; tells each of every change until its function is called. */
  readonly subscribe: (changed: () => void) => () => void
  /** Fetches again, as after an `error`. */
  readonly load: () => Promise<void>
}

const nothing: EducationSnapshot = { education: undefined, progress: new Map(), error: undefined }
/** After these it is another's, or in another language. */
const anew: readonly SdkEventName[] = ['identity:changed', 'locale:changed']

/**
 * Courses, checklists, tours and tips of a page's widget with how far the person is, for a host that
 * draws them itself. What is done here, or in another tab, is told at once.
 */
export function createEducationStore({
  client,
  on,
}: Pick<Waypost, 'client' | 'on'>): EducationStore {
  const listeners = new Set<() => void>()
  let snapshot = nothing
  let ends: (() => void)[] = []
  /** Of several that are on their way the last one counts. */
  let round = 0
  /** Told since that one was asked for, whose answer may be older. */
  let told = new Map<string, Progress>()

  function become(next: Partial<EducationSnapshot>): void {
    snapshot = { ...snapshot, ...next }
    for (const changed of [...listeners]) changed()
  }

  async function load(): Promise<void> {
    const mine = ++round
    told = new Map()
    try {
      const [education, { items }] = await Promise.all([
        client.education.get(),
        client.progress.list(),
      ])
      const listed = items.map((one) => [one.contentId, one] as const)
      const progress = new Map([...listed, ...told])
      if (mine === round) become({ education, progress, error: undefined })
    } catch (error) {
      if (mine === round) become({ error: error as WaypostError })
    }
  }

  function begin(): void {
    ends = [
      on('progress:changed', ({ progress }) => {
        told.set(progress.contentId, progress)
        become({ progress: new Map(snapshot.progress).set(progress.contentId, progress) })
      }),
      ...anew.map((name) =>
        on(name, () => {
          become(nothing)
          void load()
        }),
      ),
    ]
    void load()
  }

  function end(): void {
    round++
    for (const stop of ends) stop()
    ends = []
    // Whoever looks next may be another.
    snapshot = nothing
  }

  return {
    getSnapshot: () => snapshot,
    subscribe(changed) {
      listeners.add(changed)
      if (ends.length === 0) begin()
      return () => {
        if (listeners.delete(changed) && listeners.size === 0) end()
      }
    },
    load,
  }
}
