import { type QueuedCall, startWaypost } from './start-waypost.js'

// The script of `/waypost.js`. A page that calls before it has come stands in for it with
// `window.waypost ??= { q: [] }` and `waypost.q.push(['open'])`.
const page = self as { waypost?: { q: Queue } }
const { src, dataset } = document.currentScript as HTMLScriptElement
const queue: Queue = page.waypost?.q || []
// Only the array of a stub has one: otherwise we are on this page already.
if (queue.map) {
  const options = { baseUrl: src, ...dataset } as never
  // The server writes the id of its build here.
  const build = '__WAYPOST_BUILD__'
  const [calls] = startWaypost(options, build)
  page.waypost = calls
  queue.map(calls.q.push)
}

interface Queue {
  push(call: QueuedCall): unknown
  map?(take: (call: QueuedCall) => void): unknown
}
