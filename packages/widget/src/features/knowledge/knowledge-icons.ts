import { svg } from 'lit'
import { icon } from '../../ui/icons.js'

const thumb = svg`<path d="M6.5 9 9.6 3.25c1 0 1.8.8 1.8 1.8V7.9h3.5c.95 0 1.66.84 1.53 1.77l-.75 5.1c-.12.85-.86 1.48-1.72 1.48H6.5Zm0 0H4c-.55 0-1 .45-1 1v5.25c0 .55.45 1 1 1h2.5"/>`
export const upIcon = icon(thumb, 's')
export const downIcon = icon(svg`<g transform="matrix(1 0 0 -1 0 20)">${thumb}</g>`, 's')
export const globeIcon = icon(
  svg`<circle cx="10" cy="10" r="7"/><ellipse cx="10" cy="10" rx="3" ry="7"/><path d="M3 10h14"/>`,
)
export const unfoldIcon = icon(svg`<path d="M4.5 7.75 10 13.25l5.5-5.5"/>`, 's')
