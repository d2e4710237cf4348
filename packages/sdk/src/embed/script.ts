import { type QueuedCall, type StartedWaypost, startWaypost } from './start-waypost.js'

// The script of `/waypost.js`. A page that calls before it has come stands in for it with
// `window.waypost ??= { q: [] }` and `waypost.q.push(['open'])`.
const page = window as { waypost?: StartedWaypost | { q: QueuedCall[] } }
const { src, dataset } = document.currentScript as HTMLScriptElement
const queue = page.waypost?.q ?? []
if ('map' in queue) {
  const options = { baseUrl: src, ...dataset }
  // The server writes the id of its build here.
  const [waypost] = startWaypost(options as never, '__WAYPOST_BUILD__')
  page.waypost = waypost
  queue.forEach(waypost.q.push)
} else {
  // By its name one of the calls that wait until somebody needs help.
  queue.push(['set'])
}
