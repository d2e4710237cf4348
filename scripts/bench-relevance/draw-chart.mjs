/** nDCG@10 by language as bars, ours beside others, in the colours of whoever looks. */
const WIDTH = 760
const COLUMNS = 2
const NAME = 40
const BAR = 12
const GAP = 26

/** `languages`: for each its tag and, in the order of `engines`, what they reach from 0 to 1. */
export function drawChart(engines, languages, date) {
  const column = WIDTH / COLUMNS
  const height = engines.length * BAR + GAP
  const rows = Math.ceil(languages.length / COLUMNS)
  const top = 28
  const label = `How well questions find their article, nDCG@10 by language, ${date}`
  const groups = languages.map((language, i) =>
    drawLanguage(language, (i % COLUMNS) * column, top + Math.floor(i / COLUMNS) * height, column),
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${top + rows * height}" role="img" aria-label="${label}">
<style>
text { font: 12px system-ui, sans-serif; fill: #1f2a2a }
.tag { font-weight: 600 }
.e0 { fill: #0b7a75 } .e1 { fill: #7f8f8f } .e2 { fill: #a5b1b1 } .e3 { fill: #c6cfcf }
@media (prefers-color-scheme: dark) { text { fill: #e8efef } .e0 { fill: #3fb8b0 } .e1 { fill: #8b9796 } .e2 { fill: #687372 } .e3 { fill: #4a5453 } }
</style>
${engines.map((name, e) => drawKey(name, e, engines.length)).join('\n')}
${groups.join('\n')}
</svg>
`
}

function drawKey(name, e, count) {
  const x = (e * WIDTH) / count
  return `<rect class="e${e}" x="${x}" y="2" width="12" height="12" rx="2"/><text x="${x + 18}" y="12">${name}</text>`
}

function drawLanguage({ tag, values }, left, top, column) {
  const scale = column - NAME - 60
  const bars = values.map((value, e) => {
    const y = top + e * BAR
    const width = Math.max(1, value * scale).toFixed(1)
    const end = (left + NAME + Number(width) + 6).toFixed(1)
    return `<rect class="e${e}" x="${left + NAME}" y="${y}" width="${width}" height="${BAR - 2}" rx="2"/><text x="${end}" y="${y + 9}">${value.toFixed(2)}</text>`
  })
  return `<text class="tag" x="${left}" y="${top + 10}">${tag}</text>${bars.join('')}`
}
