import { type QueuedCall, type StartedWaypost, startWaypost } from './start-waypost.js'

// The script of `/waypost.js`. A page that calls before it has come stands in for it with
// `window.waypost ??= { q: [] }` and `waypost.q.push(['open'])`.
const page = window as { waypost?: StartedWaypost | { q: QueuedCall[] } }
const script = (document.currentScript ??
  document.querySelector('script[data-site],[src$="/waypost.js"]')) as HTMLScriptElement
const queue = page.waypost?.q
if (queue && !Array.isArray(queue)) {
  const twice = 'The script is on this page twice'
  console.warn('[waypost]', twice)
  queue.push(['report', twice])
} else {
  const waypost = startWaypost(
    { baseUrl: script.src.split('/waypost.js')[0], ...script.dataset } as never,
    // The server writes the id of its build here.
    '__WAYPOST_BUILD__',
  )
  page.waypost = waypost
  for (const call of queue ?? []) waypost.q.push(call)
}
