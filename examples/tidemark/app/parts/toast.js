import { h } from '../element.js'

/** Stands in the document from the start: a region that comes with its words is not announced. */
const region = h('div', { class: 'toasts', role: 'status', lang: 'en' })

export const toastRegion = () => region

/** Confirms what was done, for six seconds; longer under the pointer. @param {string} text */
export function toast(text) {
  const note = h('p', { class: 'toast' }, text)
  region.replaceChildren(note)
  const leave = () => (note.matches(':hover') ? setTimeout(leave, 2_000) : note.remove())
  setTimeout(leave, 6_000)
}
