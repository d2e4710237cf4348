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
const pen = svg`<path d="m3.75 16.25.8-3.6 8.2-8.2a1.6 1.6 0 0 1 2.3 0l.5.5a1.6 1.6 0 0 1 0 2.3l-8.2 8.2zM11.25 6 14 8.75"/>`
export const editIcon = icon(pen, 's')
export const penIcon = icon(pen)
export const offlineIcon = icon(
  svg`<path d="m3 3 14 14M2.75 8.1a10.5 10.5 0 0 1 14.5 0M5.4 11.1a6.6 6.6 0 0 1 9.2 0M8.1 13.9a2.9 2.9 0 0 1 3.8 0"/><circle cx="10" cy="16.3" r=".9" class="dot"/>`,
)
export const alertIcon = icon(
  svg`<path d="M8.9 3.7 2.9 14.4a1.27 1.27 0 0 0 1.1 1.85h12a1.27 1.27 0 0 0 1.1-1.85L11.1 3.7a1.27 1.27 0 0 0-2.2 0M10 7.75v3.5"/><circle cx="10" cy="13.6" r=".9" class="dot"/>`,
)
export const backIcon = icon(svg`<path d="M12 4.5 6.5 10l5.5 5.5"/>`, 'flip')
export const leaveIcon = icon(svg`<path d="m5 5 10 10M15 5 5 15"/>`)
const check = svg`<path d="m4.25 10.5 3.75 3.75 7.75-8.5"/>`
export const checkIcon = icon(check)
export const smallCheckIcon = icon(check, 's')
export const helpIcon = icon(
  svg`<path d="M4.75 3h7.6a1.5 1.5 0 0 1 1.15.54l2.9 3.5a1.5 1.5 0 0 1 0 1.92l-2.9 3.5a1.5 1.5 0 0 1-1.15.54h-7.6A1.75 1.75 0 0 1 3 11.25v-6.5A1.75 1.75 0 0 1 4.75 3"/><path d="M8.25 13v4.25M5.75 17.25h5M7.1 6.95a1.75 1.75 0 1 1 2.5 1.6q-.8.4-.8 1"/><circle cx="8.8" cy="11.05" r=".5" class="dot"/>`,
  'flip',
)
export const requestIcon = icon(
  svg`<path d="M5 3.75h10a1.75 1.75 0 0 1 1.75 1.75v6.25A1.75 1.75 0 0 1 15 13.5H9.75L6.25 16.5v-3H5a1.75 1.75 0 0 1-1.75-1.75V5.5A1.75 1.75 0 0 1 5 3.75M6.75 7.25h6.5M6.75 10h4"/>`,
  'flip',
)
export const learnIcon = icon(
  svg`<path d="M10 5.6C8.5 4.5 6.3 4 3.25 4v10.75c3.05 0 5.25.5 6.75 1.6 1.5-1.1 3.7-1.6 6.75-1.6V4C13.7 4 11.5 4.5 10 5.6Zm0 0v10.75"/>`,
  'flip',
)
