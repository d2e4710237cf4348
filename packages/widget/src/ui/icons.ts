import { html, type SVGTemplateResult, svg } from 'lit'

/*
 * What the panel opens with; `page-icons.ts` has those of later pages. On a 20 × 20 grid with 1.5
 * strokes in the colour of the text. Decoration: words stand beside them.
 */
export const icon = (shapes: SVGTemplateResult, look = '') =>
  html`<svg class="icon ${look}" viewBox="0 0 20 20" aria-hidden="true">${shapes}</svg>`

export const searchIcon = icon(svg`<circle cx="9" cy="9" r="5.5"/><path d="m13.2 13.2 3.55 3.55"/>`)
export const nextIcon = icon(svg`<path d="M8 4.5 13.5 10 8 15.5"/>`, 's flip')
export const retryIcon = icon(
  svg`<path d="M16.25 10a6.25 6.25 0 1 1-1.9-4.5l2.15 2M16.5 3.5v4h-4"/>`,
  's',
)
export const editIcon = icon(
  svg`<path d="m3.75 16.25.8-3.6 8.2-8.2a1.6 1.6 0 0 1 2.3 0l.5.5c.64.64.64 1.66 0 2.3l-8.2 8.2zM11.25 6 14 8.75"/>`,
  's',
)
export const offlineIcon = icon(
  svg`<path d="m3 3 14 14M2.75 8.1a10.6 10.6 0 0 1 3.5-2.15M9.2 5.15a10.4 10.4 0 0 1 8.05 2.95M5.4 11.1a6.6 6.6 0 0 1 2.9-1.75M12.3 9.6c.85.35 1.6.85 2.3 1.5M8.1 13.9a2.9 2.9 0 0 1 3.8 0"/><circle cx="10" cy="16.3" r=".9" class="dot"/>`,
)
export const alertIcon = icon(
  svg`<path d="M8.9 3.7 2.9 14.4a1.27 1.27 0 0 0 1.1 1.85h12a1.27 1.27 0 0 0 1.1-1.85L11.1 3.7a1.27 1.27 0 0 0-2.2 0Z"/><path d="M10 7.75v3.5"/><circle cx="10" cy="13.6" r=".9" class="dot"/>`,
)
export const backIcon = icon(svg`<path d="M12 4.5 6.5 10l5.5 5.5"/>`, 'flip')
export const leaveIcon = icon(svg`<path d="m5 5 10 10M15 5 5 15"/>`)
export const penIcon = icon(
  svg`<path d="m3.75 16.25.8-3.6 8.2-8.2a1.6 1.6 0 0 1 2.3 0l.5.5c.64.64.64 1.66 0 2.3l-8.2 8.2zM11.25 6 14 8.75"/>`,
)
