import { type QueuedCall, startWaypost } from './start-waypost.js'

// The script of `/waypost.js`. A page that calls before it has come stands in for it with
// `window.waypost ??= { q: [] }` and `waypost.q.push(['open'])`.
const page = window as { waypost?: { q: Queue } }
const { src, dataset } = document.currentScript as HTMLScriptElement
const queue: Queue = page.waypost?.q || []
// Only the array of a stub has one: otherwise we are on this page already.
if (queue.map) {
  const options = { baseUrl: src, ...dataset }
  // The server writes the id of its build here.
  const [waypost] = startWaypost(options as never, '__WAYPOST_BUILD__')
  page.waypost = waypost
  queue.map(waypost.q.push)
} else {
  // By its name one of the calls that wait until somebody needs help.
  queue.push(['set'])
}

interface Queue {
  push(call: QueuedCall): unknown
  map?(take: (call: QueuedCall) => void): unknown
}
