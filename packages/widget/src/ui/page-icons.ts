import { svg } from 'lit'
import { icon } from './icons.js'

/* What the pages that come later have in common. */
export const infoIcon = icon(
  svg`<circle cx="10" cy="10" r="7"/><path d="M10 9.5v4"/><circle cx="10" cy="6.75" r=".9" class="dot"/>`,
)
export const tipIcon = icon(svg`<path d="M7.5 13.9a5.6 5.6 0 1 1 5 0v1.35h-5zM8.25 17.75h3.5"/>`)
export const flagIcon = icon(
  svg`<path d="M4.5 17.25V3.5c3.6-2 6.4 2 11.25 0v7.25c-4.85 2-7.65-2-11.25 0"/>`,
)
export const playIcon = icon(
  svg`<path d="M6.25 4.4v11.2c0 .6.65.95 1.15.63l8.6-5.6a.75.75 0 0 0 0-1.26l-8.6-5.6a.75.75 0 0 0-1.15.63Z"/>`,
)
export const attachIcon = icon(
  svg`<path d="m15.9 9.6-5.7 5.7a3.7 3.7 0 0 1-5.3-5.2l6.2-6.2a2.5 2.5 0 0 1 3.5 3.5l-6.1 6.1a1.25 1.25 0 0 1-1.8-1.75l5.4-5.4"/>`,
)
