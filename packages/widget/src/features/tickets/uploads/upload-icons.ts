import { svg } from 'lit'
import { icon } from '../../../ui/icons.js'

export const fileIcon = icon(
  svg`<path d="M5.5 2.9h5.75l4.5 4.5v8.2c0 .8-.7 1.5-1.5 1.5H5.75c-.8 0-1.5-.7-1.5-1.5V4.4c0-.8.6-1.5 1.25-1.5Z"/><path d="M11.25 3v4.5h4.4"/>`,
)
export const pictureIcon = icon(
  svg`<rect x="3" y="3.75" width="14" height="12.5" rx="1.75"/><circle cx="7.25" cy="7.75" r="1.25"/><path d="m3.25 14 4-3.75 3 2.75 2.75-2.5 3.75 3.4"/>`,
)
export const cameraIcon = icon(
  svg`<path d="M3.9 6.25h2.2l1.2-2h5.4l1.2 2h2.2c.65 0 1.15.5 1.15 1.15v7.2c0 .65-.5 1.15-1.15 1.15H3.9c-.65 0-1.15-.5-1.15-1.15V7.4c0-.65.5-1.15 1.15-1.15"/><circle cx="10" cy="10.75" r="2.75"/>`,
)
export const binIcon = icon(
  svg`<path d="M3.75 5.75h12.5M7.75 5.5V4.25c0-.55.45-1 1-1h2.5c.55 0 1 .45 1 1V5.5M5.25 6l.6 9.35c.05.8.7 1.4 1.5 1.4h5.3c.8 0 1.45-.6 1.5-1.4l.6-9.35"/>`,
  's',
)
export const stopIcon = icon(svg`<path d="m5 5 10 10M15 5 5 15"/>`, 's')
