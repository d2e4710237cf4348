import { type QueuedCall, type StartedWaypost, startWaypost } from './start-waypost.js'

// The script of `/waypost.js`. A page that calls before it has come stands in for it with
// `window.waypost ??= { q: [] }` and `waypost.q.push(['open'])`.
const page = window as { waypost?: StartedWaypost | { q: QueuedCall[] } }
const script = (document.currentScript ??
  document.querySelector('[src$="/waypost.js"]')) as HTMLScriptElement
const queue = page.waypost?.q ?? []
if (Array.isArray(queue)) {
  // The server writes the id of its build here.
  const options = { baseUrl: script.src.split('/waypost.js')[0], ...script.dataset }
  const waypost = startWaypost(options as never, '__WAYPOST_BUILD__')
  page.waypost = waypost
  queue.forEach(waypost.q.push)
} else {
  queue.push(['twice'])
}
