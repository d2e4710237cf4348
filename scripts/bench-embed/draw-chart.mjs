/** The figures as bars, in the colours of whoever looks: an SVG for the documentation. */
const PANELS = [
  { title: 'kB before anybody clicks', unit: 'kB', of: (i, cold) => cold.rows[i].kBidle },
  { title: 'Script on the main thread', unit: 'ms', of: (i, cold) => cold.rows[i].script },
  {
    title: 'Click to focusable, 300 ms after the pointer came',
    unit: 'ms',
    of: (i, _cold, ready) => ready.rows[i].openFocus,
  },
  { title: 'Click to focusable, cold', unit: 'ms', of: (i, cold) => cold.rows[i].openFocus },
]
const WIDTH = 760
const NAME = 190
const BAR = 20
const STEP = 28

export function drawChart(cold, ready) {
  const pages = cold.rows.map((_, i) => i).slice(1)
  const height = STEP * (pages.length + 1) + 16
  const panels = PANELS.map((panel, at) => drawPanel(panel, at * height, { pages, cold, ready }))
  const date = cold.date.slice(0, 10)
  const label = `What the widget costs on a page, beside others, ${date}`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height * PANELS.length}" role="img" aria-label="${label}">
<style>
text { font: 14px system-ui, sans-serif; fill: #1f2a2a }
.title { font-weight: 600 }
rect { fill: #9aa8a8 }
.ours { fill: #0b7a75 }
@media (prefers-color-scheme: dark) { text { fill: #e8efef } rect { fill: #64706f } .ours { fill: #3fb8b0 } }
</style>
${panels.join('\n')}
</svg>
`
}

function drawPanel({ title, unit, of }, top, { pages, cold, ready }) {
  const values = pages.map((i) => Math.max(0, of(i, cold, ready)))
  const scale = (WIDTH - NAME - 80) / Math.max(...values, 1)
  const bars = pages.map((i, at) => {
    const y = top + STEP * (at + 1)
    const width = Math.max(1, values[at] * scale).toFixed(1)
    const mine = i === 1 ? ' class="ours"' : ''
    return [
      `<text x="0" y="${y + 15}">${shortName(cold.rows[i].page)}</text>`,
      `<rect${mine} x="${NAME}" y="${y}" width="${width}" height="${BAR}" rx="3"/>`,
      `<text x="${(NAME + Number(width) + 8).toFixed(1)}" y="${y + 15}">${values[at]} ${unit}</text>`,
    ].join('')
  })
  return `<text class="title" x="0" y="${top + 16}">${title}</text>\n${bars.join('\n')}`
}

const shortName = (page) =>
  page
    .replace(/ \(.*/, '')
    .replace(/ component UI| keyword-only/, '')
    .replace('@docsearch/js', 'DocSearch')
