import { h } from '../element.js'
import { icon } from '../icons.js'
import { askSupport, showHelp } from '../support.js'

/**
 * A question that opens its article in the widget; not there without the widget.
 *
 * @param {string} text
 * @param {string} articleId
 */
export const helpLink = (text, articleId) =>
  h(
    'button',
    { type: 'button', class: 'help-link needs-support', onclick: () => void showHelp(articleId) },
    icon('help'),
    h('span', null, text),
  )

/**
 * Opens the widget's form with what is known already; without the widget it is an e-mail.
 *
 * @param {import('../element.js').Child} content
 * @param {import('../support.js').Prefill} prefill
 * @param {string} [kind] class
 */
export function supportLink(content, prefill, kind = 'help-link') {
  const subject = prefill.subject ? `?subject=${encodeURIComponent(prefill.subject)}` : ''
  const onclick = (/** @type {MouseEvent} */ event) => {
    if (askSupport(prefill)) event.preventDefault()
  }
  const href = `mailto:support@tidemark.example${subject}`
  return h('a', { class: kind, href, onclick }, icon('mail'), h('span', null, content))
}
