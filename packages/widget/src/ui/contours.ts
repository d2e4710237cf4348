import { html } from 'lit'
import { contourLines } from './contour-lines.js'

/** Contour lines, as on a walker's map: the one ornament, where a brand is washed in. */
export const contours = html`<svg
  class="contours"
  viewBox="0 0 300 210"
  preserveAspectRatio="xMaxYMin slice"
  aria-hidden="true"
>
  <path d=${contourLines()} />
</svg>`
