import { addMonths, monthName, today } from '../days.js'
import { h, s } from '../element.js'
import { compact, roundMoney } from '../money.js'

const WIDTH = 320
const HEIGHT = 168
const BASE = 140
const TOP = 26
const GAP = 12

/**
 * What was paid in each of the last six months, as bars; for those who do not see them, a table. It
 * stands in a shadow root, as the parts of a design system do.
 *
 * @param {readonly import('../ledger/invoice.js').Invoice[]} invoices
 * @param {string} currency
 */
export function monthChart(invoices, currency) {
  const months = [-5, -4, -3, -2, -1, 0].map((back) => {
    const first = addMonths(today(), back)
    return { name: monthName(first), sum: paidIn(invoices, first) }
  })
  const most = Math.max(1, ...months.map(({ sum }) => sum))
  const width = (WIDTH - GAP * (months.length - 1)) / months.length
  const bars = months.map(({ name, sum }, index) => {
    const height = Math.max(2, Math.round(((BASE - TOP) * sum) / most))
    const x = index * (width + GAP)
    const middle = x + width / 2
    return s(
      'g',
      { class: index === months.length - 1 ? 'bar now' : 'bar' },
      s('rect', { x, y: BASE - height, width, height, rx: 2 }),
      s('text', { class: 'value', x: middle, y: BASE - height - 8 }, compact(sum)),
      s('text', { class: 'month', x: middle, y: BASE + 20 }, name.slice(0, 3)),
    )
  })
  const chart = h(
    'figure',
    { class: 'chart' },
    s(
      'svg',
      { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, 'aria-hidden': 'true' },
      s('path', { class: 'base', d: `M0 ${BASE + 0.5}H${WIDTH}` }),
      bars,
    ),
    h(
      'table',
      { class: 'unseen' },
      h('caption', null, 'Paid each month'),
      h(
        'tbody',
        null,
        months.map(({ name, sum }) =>
          h('tr', null, h('th', { scope: 'row' }, name), h('td', null, roundMoney(sum, currency))),
        ),
      ),
    ),
  )
  const host = h('div', { class: 'months', id: 'months' })
  const root = host.attachShadow({ mode: 'open' })
  root.adoptedStyleSheets = [(looks ??= sheetOf(styles))]
  root.append(chart)
  return host
}

const styles = `
  .chart { position: relative; margin: 0; padding: 1rem 2rem 1.2rem }
  svg { display: block; inline-size: 100%; block-size: auto }
  .bar rect { fill: var(--bar) }
  .bar.now rect { fill: var(--brand-deep) }
  .base { stroke: var(--rule) }
  text { fill: var(--soft); font-size: 12.5px; text-anchor: middle }
  .now text { fill: var(--ink); font-weight: 600 }
  .unseen {
    position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden;
    clip-path: inset(50%); white-space: nowrap
  }
`

/** @type {CSSStyleSheet | undefined} */
let looks

/** @param {string} text */
function sheetOf(text) {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(text)
  return sheet
}

/**
 * @param {readonly import('../ledger/invoice.js').Invoice[]} invoices
 * @param {string} first the first day of the month
 */
export function paidIn(invoices, first) {
  const month = first.slice(0, 7)
  return invoices
    .flatMap(({ payments }) => payments)
    .filter(({ on }) => on.startsWith(month))
    .reduce((sum, { amount }) => sum + amount, 0)
}
