import { type QueuedCall, startWaypost } from './start-waypost.js'

// The script of `/waypost.js`. A page that calls before it has come stands in for it with
// `window.waypost ??= { q: [] }` and `waypost.q.push(['open'])`.
// In a module the browser does not tell which tag is ours.
const tag = (document.currentScript ||
  document.querySelector("[src*='waypost.']")) as HTMLScriptElement
const there = (self as Page).waypost
// Only we have such a call; what a form of the page is called, or a field in it, is none of ours.
if (!there?.ready) {
  const options = { baseUrl: tag.src, ...tag.dataset } as never
  // The server writes the id of its build here.
  const build = '__WAYPOST_BUILD__'
  const [calls] = startWaypost(options, build)
  ;(self as Page).waypost = calls
  there?.q?.map?.(calls.q.push)
}

interface Page {
  waypost?: {
    ready?: unknown
    q?: { push?: unknown; map?(take: (call: QueuedCall) => void): unknown }
  }
}
