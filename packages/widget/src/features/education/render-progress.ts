import { html, nothing } from 'lit'
import { checkIcon } from '../../ui/icons.js'

/**
 * A ring around how many are done, or a tick where all are. It is a picture of what stands beside it
 * in words, unless it is given a name.
 */
export function renderRing(done: number, of: number, { name = '' } = {}) {
  const part = of > 0 ? (done / of) * 100 : 0
  return html`<span
    class="ring"
    role=${name ? 'img' : nothing}
    aria-label=${name || nothing}
    aria-hidden=${name ? nothing : 'true'}
    ><svg viewBox="0 0 52 52">
      <circle class="bed" cx="26" cy="26" r="23" />
      <circle
        class="gone"
        cx="26"
        cy="26"
        r="23"
        pathLength="100"
        stroke-dasharray="${part} 200"
        stroke-opacity=${part > 0 ? 1 : 0}
      /></svg
    >${done >= of ? checkIcon : html`<b>${done}/${of}</b>`}</span
  >`
}

/** A line as far as one has come, of 1. It is a picture of words beside it, unless it has a name. */
export function renderMeter(part: number, look = '', name = '') {
  return html`<span
    class="meter ${look}"
    role=${name ? 'progressbar' : nothing}
    aria-label=${name || nothing}
    aria-valuenow=${name ? Math.round(part * 100) : nothing}
    .style=${`--at: ${part * 100}%`}
    ><i></i
  ></span>`
}
