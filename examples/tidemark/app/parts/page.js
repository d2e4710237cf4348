import { h } from '../element.js'
import { icon } from '../icons.js'

/**
 * The head of a page: where one is, and what one can do there.
 *
 * @param {string} title
 * @param {object} [more]
 * @param {import('../element.js').Child} [more.beside] next to the title
 * @param {import('../element.js').Child} [more.under] a line below it
 * @param {import('../element.js').Child} [more.actions]
 * @param {{ href: string, text: string }} [more.back]
 */
export function pageHead(title, { beside, under, actions, back } = {}) {
  return h(
    'header',
    { class: 'page-head' },
    back && h('a', { class: 'back', href: back.href }, icon('back'), back.text),
    h(
      'div',
      { class: 'page-title' },
      h('h1', { tabindex: '-1' }, title),
      beside,
      actions && h('div', { class: 'page-actions' }, actions),
    ),
    under && h('p', { class: 'page-under' }, under),
  )
}

/**
 * @param {string} title
 * @param {object} options
 * @param {string} [options.kind] class
 * @param {import('../element.js').Child} [options.aside] at the end of the head
 * @param {...import('../element.js').Child} children
 */
export function card(title, { kind = '', aside }, ...children) {
  return h(
    'section',
    { class: `card ${kind}` },
    h('header', { class: 'card-head' }, h('h2', null, title), aside),
    children,
  )
}

/**
 * Nothing here, and what to do about it.
 *
 * @param {string} title
 * @param {string} text
 * @param {import('../element.js').Child} [action]
 */
export const nothing = (title, text, action) =>
  h(
    'div',
    { class: 'nothing' },
    icon('tide'),
    h('p', { class: 'nothing-title' }, title),
    h('p', null, text),
    action,
  )

/**
 * @param {import('../icons.js').IconName} name
 * @param {'warn' | 'bad' | 'good' | 'plain'} tone
 * @param {string} title
 * @param {...import('../element.js').Child} children
 */
export const notice = (name, tone, title, ...children) =>
  h(
    'div',
    { class: `notice ${tone}` },
    icon(name),
    h('div', { class: 'notice-text' }, h('strong', null, title), children),
  )

/**
 * Scrolls a row of links so that the current one is in view, and leaves the page where it is.
 *
 * @param {Element | null} row
 */
export function revealCurrent(row) {
  const current = row?.querySelector('[aria-current]')
  if (!row || !current) return
  const { left, width } = current.getBoundingClientRect()
  const frame = row.getBoundingClientRect()
  row.scrollLeft += left + width / 2 - (frame.left + frame.width / 2)
}
