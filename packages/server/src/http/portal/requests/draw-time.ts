import { html, type SafeHtml } from '../../../foundation/html.js'
import type { Visit } from '../page.js'

/** A moment, in UTC as it says; where scripts run, in the zone of who reads it. */
export const drawTime = ({ words }: Visit, at: string): SafeHtml =>
  html`<time datetime="${at}" data-clock>${words.time(at)}</time>`
