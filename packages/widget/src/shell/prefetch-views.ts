import { type PlanName, views } from './views.js'

/** In the order in which people go there; what few need comes when they reach for it. */
const likely: readonly PlanName[] = ['search', 'article', 'form']
const whenIdle: (run: () => void) => unknown = window.requestIdleCallback ?? setTimeout
let isBegun = false

/** Fetches the code of the pages that are likely next: one after the other, when nothing is to do. */
export async function prefetchViews(hidden: readonly PlanName[]): Promise<void> {
  const { connection } = navigator as { connection?: Partial<Connection> }
  if (isBegun || connection?.saveData || connection?.effectiveType?.includes('2g')) return
  isBegun = true
  for (const name of likely) {
    if (hidden.includes(name)) continue
    await new Promise<void>(whenIdle)
    // What does not come now is asked for again when it is needed.
    const { load, loadNext } = views[name]
    await load()
      .then(loadNext)
      .catch(() => {})
  }
}

/** How somebody is connected, where the browser says. */
interface Connection {
  saveData: boolean
  effectiveType: string
}
