import type { Education, Tour } from '../../contract/education.js'
import type { EducationState } from '../../contract/education-side.js'
import type { PanelOptions } from '../../contract/panel.js'
import { choose } from '../../education/choose.js'
import type { PageFacts } from '../../education/facts.js'
import { isOnPage } from '../../education/is-on-page.js'
import { isTaskDone } from '../../education/progress-of-checklist.js'
import type { OnPage } from './create-on-page.js'
import type { createRecord } from './create-record.js'
import { createVisit } from './create-visit.js'
import { ignore } from './ignore.js'
import { isWriting } from './page-facts.js'

export interface ShowingDeps {
  options(): Pick<PanelOptions<unknown>, 'keep'>
  /** The panel is to be seen. */
  isOpen(): boolean
}

/**
 * What comes to pass by itself as the page changes: tasks are done, marks stand there, a tour begins. `onPage`
 * is what stands there already; `stage` fetches it.
 */
export function createShowing(
  { options, isOpen }: ShowingDeps,
  record: ReturnType<typeof createRecord>,
  facts: (progress: EducationState['progress']) => PageFacts,
  stage: () => Promise<OnPage>,
  onPage: () => OnPage | undefined,
) {
  const visit = createVisit(options().keep)
  let isSettling = false

  /** Once, after all that happens at the same time. */
  function settle(): void {
    if (isSettling) return
    isSettling = true
    queueMicrotask(() => {
      isSettling = false
      if (record.education) decide(record.education)
    })
  }

  function decide(all: Education): void {
    const { progress, isShown } = record.look(all)
    const asked = facts(progress)
    const isHere = (page: string) => isOnPage(asked.url, page)
    for (const { id, tasks } of all.checklists) {
      if (!isShown(id)) continue
      for (const task of tasks) {
        if (isTaskDone(task, { ...asked, hasSeen: isHere })) record.say(id, task.id, 'completed')
      }
    }
    const tips = all.tips.filter(({ id }) => isShown(id))
    // Those of other pages wait.
    const isOneHere = tips.some(({ page }) => !page || isHere(page))
    if (onPage() || isOneHere) ignore(stage().then((part) => part.showTips(tips, isOneHere)))
    const tour = choose(all.tours, asked, {
      progress,
      hasInterrupted: visit.hasInterrupted(),
      isBusy: isOpen() || !!onPage()?.isBusy || isWriting(),
    })
    if (tour) ignore(interrupt(tour))
  }

  async function interrupt(tour: Tour): Promise<void> {
    const part = await stage()
    if (!(await part.start(tour, { isAsked: false }))) return
    visit.interrupt()
    record.say(tour.id, undefined, 'shown')
  }

  function moved(): void {
    visit.goOn()
    onPage()?.navigated()
    settle()
  }

  return { settle, moved, goOn: visit.goOn }
}
