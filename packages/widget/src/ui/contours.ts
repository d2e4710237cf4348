import { css, html } from 'lit'

/** Contour lines, as on a walker's map: the one ornament, where a brand is washed in. */
export const contours = html`<svg
  class="contours"
  viewBox="0 0 300 210"
  preserveAspectRatio="xMaxYMin slice"
  aria-hidden="true"
>
  <path d=${lines()} />
</svg>`

export const contoursStyles = css`
  .contours {
    position: absolute; inset-block-start: 0; inset-inline-end: 0; inline-size: 300px;
    block-size: min(100%, 210px); fill: none; stroke: var(--wp-accent-line); opacity: 0.8;
    mask-composite: intersect;
    mask-image: linear-gradient(#000 30%, transparent 92%),
      linear-gradient(to left, #000 30%, transparent);
  }
  .contours:dir(rtl) { transform: scaleX(-1); }
  @media (forced-colors: active) {
    .contours { display: none; }
  }
`

/** Nine rings around one summit, each a closed curve through the middles of its points. */
function lines(): string {
  let path = ''
  for (let ring = 1; ring < 10; ring++) {
    const point = (step: number) => {
      const t = (step / 18) * Math.PI
      const bumps =
        0.16 * Math.sin(2 * t + 0.6 + ring * 0.1) + 0.09 * Math.sin(3 * t - 1 - ring * 0.16)
      const radius = ring * 23 * (1 + bumps)
      return [236 + radius * 1.25 * Math.cos(t), 34 + radius * 0.82 * Math.sin(t)] as const
    }
    let [x, y] = point(0)
    for (let step = 0; step < 37; step++) {
      const [nextX, nextY] = point(step + 1)
      const middle = `${(x + nextX) / 2} ${(y + nextY) / 2}`
      path += step ? `Q${x} ${y} ${middle}` : `M${middle}`
      ;[x, y] = [nextX, nextY]
    }
  }
  return path
}
