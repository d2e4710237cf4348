/** What the widget may cost, and whether it does. One round trip is 150 ms on slow 4G. */
const ROUND_TRIP = 150

/** Each bar with what was measured: `cold` clicked at once, `ready` after an intent. */
export function judge(cold, ready) {
  const [blank, ours] = cold.rows
  // Until the click both runs are the same: more rounds for what is small.
  const middle = (page, key) =>
    median([cold, ready].flatMap(({ raw }) => raw[page].map((of) => of[key])))
  const script = Math.round(middle('waypost', 'script') - middle('blank', 'script'))
  const lcps = cold.raw.blank.map(({ lcp }) => lcp).filter(Number.isFinite)
  const [least, most] = [Math.min(...lcps), Math.max(...lcps)]
  const bytes = Math.max(...cold.raw.waypost.map(({ jsIdle }) => jsIdle ?? 0)) - hostScript(cold)
  const others = [...new Set(cold.raw.waypost.flatMap(({ ext = [] }) => ext))]
  const bar = (isMet, text) => ({ isMet, text })
  return [
    bar(ours.reqIdle === 1, `requests before intent: ${ours.reqIdle}, the bar is 1`),
    bar(bytes <= 2_000, `bytes of it with its headers: ${bytes}, the bar is 2,000 (1,500 of body)`),
    bar(others.length === 0, `other hosts: ${others.join(' ') || 'none'}`),
    bar(script <= 8, `script on the main thread, both runs: ${script} ms, the bar is 8`),
    bar(ours.TBT === 0, `blocking time: ${ours.TBT} ms, the bar is 0`),
    bar(ours.CLS === 0, `layout shift: ${ours.CLS}, the bar is 0`),
    bar(
      ours.LCP <= most,
      `LCP: ${ours.LCP} ms, the blank page ${blank.LCP} (${Math.round(least)} to ${Math.round(most)})`,
    ),
    bar(ours.heapMB <= 0.1, `heap: ${ours.heapMB} MB, the bar is 0.1`),
    bar(
      ready.rows[1].openFocus <= 100,
      `click to focusable, intent 300 ms before: ${ready.rows[1].openFocus} ms, the bar is 100`,
    ),
    bar(
      ours.openFocus <= ROUND_TRIP + 120,
      `click to focusable, cold: ${ours.openFocus} ms, the bar is ${ROUND_TRIP + 120}`,
    ),
  ]
}

function hostScript({ raw }) {
  return Math.min(...raw.blank.map(({ jsIdle }) => jsIdle ?? 0))
}

function median(values) {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b)
  const half = sorted.length / 2
  return (sorted[Math.ceil(half) - 1] + sorted[Math.floor(half)]) / 2
}
