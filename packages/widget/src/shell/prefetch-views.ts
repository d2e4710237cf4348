import { type PlanName, views } from './views.js'

/** In the order in which people go there. */
const likely: readonly PlanName[] = ['search', 'article', 'form', 'requests', 'ticket']

/** Fetches the code of the pages that are likely next, when nothing else is to be done. */
export function prefetchViews(hidden: readonly PlanName[]): void {
  const { connection } = navigator as { connection?: { saveData?: boolean } }
  if (connection?.saveData) return
  const whenIdle = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 200))
  whenIdle(() => {
    // What does not come now is asked for again when it is needed.
    for (const name of likely) {
      if (!hidden.includes(name)) views[name].load().catch(() => {})
    }
  })
}
