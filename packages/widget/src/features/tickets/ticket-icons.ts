import { svg } from 'lit'
import { icon } from '../../ui/icons.js'

export const sendIcon = icon(svg`<path d="M10 16.25V4M4.75 9.25 10 4l5.25 5.25"/>`)
export const downIcon = icon(svg`<path d="M10 3.75V16M15.25 10.75 10 16l-5.25-5.25"/>`, 's')
export const personIcon = icon(
  svg`<circle cx="10" cy="6.75" r="3.25"/><path d="M3.75 16.75c.6-2.9 3.1-4.5 6.25-4.5s5.65 1.6 6.25 4.5"/>`,
)
