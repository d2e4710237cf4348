import { svg } from 'lit'
import { icon } from '../../ui/icons.js'

const tour = svg`<circle cx="10" cy="10" r="7"/><path d="m13 7-1.75 4.25L7 13l1.75-4.25Z"/>`
export const tourIcon = icon(tour)
export const smallTourIcon = icon(tour, 's')
const done = svg`<circle cx="10" cy="10" r="7"/><path d="m6.75 10.25 2.25 2.25 4.25-4.75"/>`
export const doneIcon = icon(done)
export const smallDoneIcon = icon(done, 's')
export const lockIcon = icon(
  svg`<rect x="4.25" y="8.75" width="11.5" height="8" rx="1.75"/><path d="M6.75 8.75V6.5a3.25 3.25 0 0 1 6.5 0v2.25"/>`,
)
export const expandIcon = icon(
  svg`<path d="M12 3.5h4.5V8M16.25 3.75l-5 5M8 16.5H3.5V12M3.75 16.25l5-5"/>`,
  's',
)
export const downIcon = icon(svg`<path d="M4.5 8 10 13.5 15.5 8"/>`, 's')
/** A stop that one has gone past. */
export const passedIcon = icon(svg`<path d="M5 10h10"/>`)
export const printIcon = icon(
  svg`<path d="M6 7.25V3.5h8v3.75M6 14H4.25A1.25 1.25 0 0 1 3 12.75V8.5a1.25 1.25 0 0 1 1.25-1.25h11.5A1.25 1.25 0 0 1 17 8.5v4.25A1.25 1.25 0 0 1 15.75 14H14M6 11.75h8v5H6z"/>`,
  's',
)
export const upIcon = icon(svg`<path d="M4.5 12 10 6.5 15.5 12"/>`, 's')
/** Something to take hold of. */
export const gripIcon = icon(
  svg`<circle cx="7.5" cy="5" r="1.1" class="dot"/><circle cx="12.5" cy="5" r="1.1" class="dot"/><circle cx="7.5" cy="10" r="1.1" class="dot"/><circle cx="12.5" cy="10" r="1.1" class="dot"/><circle cx="7.5" cy="15" r="1.1" class="dot"/><circle cx="12.5" cy="15" r="1.1" class="dot"/>`,
)
