import { html, type SafeHtml } from '../../foundation/html.js'

const LINES = 9
const POINTS = 24

/** The contour lines of the wash: decoration, gone in forced colours. */
export const contours: SafeHtml = html`<svg class="contours" viewBox="0 0 300 210" preserveAspectRatio="xMaxYMin slice" aria-hidden="true">${Array.from(
  { length: LINES },
  (_, at) => html`<path d="${lineOf(at + 1)}"/>`,
)}</svg>`

/** One closed line through the middles between its points, which are curved a little differently. */
function lineOf(k: number): string {
  const points = Array.from({ length: POINTS }, (_, at) => {
    const t = (at / POINTS) * Math.PI * 2
    const bend = 1 + 0.16 * Math.sin(2 * t + 0.6 + k * 0.1) + 0.09 * Math.sin(3 * t - 1 - k * 0.16)
    const r = k * 23 * bend
    return [236 + r * 1.25 * Math.cos(t), 34 + r * 0.82 * Math.sin(t)] as const
  })
  const steps = points.map((point, at) => {
    const next = points[(at + 1) % POINTS] ?? point
    return [point, [(point[0] + next[0]) / 2, (point[1] + next[1]) / 2] as const] as const
  })
  const [, start] = steps.at(-1) ?? [undefined, [0, 0] as const]
  const pair = ([x, y]: readonly [number, number]) => `${Math.round(x)} ${Math.round(y)}`
  return `M${pair(start)}${steps.map(([point, end]) => `Q${pair(point)} ${pair(end)}`).join('')}Z`
}
