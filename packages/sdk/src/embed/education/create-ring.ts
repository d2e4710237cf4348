import type { EducationState } from '../../contract/education-side.js'
import type { Progress } from '../../contract/progress.js'

/** On the launcher: how far the checklist is that is under way. What draws it comes with the first. */
export function createRing(
  launcher: HTMLButtonElement,
  locale: () => string,
  state: () => EducationState | undefined,
) {
  function underWay() {
    const { education, progress, isShown } = state() ?? {}
    const checklist = education?.checklists.find(
      ({ id }) => isShown?.(id) && isRunning(progress?.get(id)),
    )
    return [checklist, progress?.get(checklist?.id ?? '')] as const
  }

  return () => {
    if (!underWay()[0] && !launcher.dataset.ring) return
    import('./show-ring.js')
      // Somebody else may be here by then.
      .then(({ showRing }) => showRing(launcher, ...underWay(), locale()))
      .catch(() => {})
  }
}

/** Neither done nor passed over nor put away. */
const isRunning = (progress: Progress | undefined) => (progress?.state ?? 'started') === 'started'
