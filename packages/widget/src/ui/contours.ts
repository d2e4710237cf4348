import { html } from 'lit'

/** Contour lines, as on a walker's map: the one ornament, where a brand is washed in. */
export const contours = html`<svg
  class="contours"
  viewBox="0 0 300 210"
  preserveAspectRatio="xMaxYMin slice"
  aria-hidden="true"
>
  <path d=${lines()} />
</svg>`

/** Nine rings around one summit, each a closed curve through the middles of its points. */
function lines(): string {
  let path = ''
  for (let ring = 1; ring <= 9; ring++) {
    const points = Array.from({ length: 36 }, (_, step) => {
      const t = (step / 18) * Math.PI
      const bumps =
        0.16 * Math.sin(2 * t + 0.6 + ring * 0.1) + 0.09 * Math.sin(3 * t - 1 - ring * 0.16)
      const radius = ring * 23 * (1 + bumps)
      return [236 + radius * 1.25 * Math.cos(t), 34 + radius * 0.82 * Math.sin(t)] as const
    })
    points.forEach(([x, y], at) => {
      const [nextX, nextY] = points[(at + 1) % points.length] ?? [x, y]
      const middle = `${((x + nextX) / 2).toFixed(1)} ${((y + nextY) / 2).toFixed(1)}`
      path += at ? `Q${x.toFixed(1)} ${y.toFixed(1)} ${middle}` : `M${middle}`
      if (at === points.length - 1) path += 'Z'
    })
  }
  return path
}
