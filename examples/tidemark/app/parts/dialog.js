import { h } from '../element.js'
import { icon } from '../icons.js'

let count = 0

/**
 * A modal dialog with a form in it. Escape, Cancel and the backdrop close it; the browser hands the
 * focus back to where it was. `onConfirm` gets what was filled in.
 *
 * @param {object} options
 * @param {string} options.title
 * @param {string} options.confirm what the main button does
 * @param {boolean} [options.danger]
 * @param {boolean} [options.wide]
 * @param {(values: Record<string, string>) => void} options.onConfirm
 * @param {...import('../element.js').Child} children
 */
export function openDialog({ title, confirm, danger, wide, onConfirm }, ...children) {
  count += 1
  const id = `dialog-${count}`
  const close = () => dialog.close()
  const form = h(
    'form',
    { method: 'dialog', class: 'dialog-form' },
    h(
      'header',
      { class: 'dialog-head' },
      h('h2', { id }, title),
      h(
        'button',
        { type: 'button', class: 'tool', 'aria-label': 'Close', onclick: close },
        icon('close'),
      ),
    ),
    // What is taller than the window scrolls, by keyboard too.
    h('div', { class: 'dialog-body', tabindex: wide && '0' }, children),
    h(
      'footer',
      { class: 'dialog-foot' },
      h('button', { type: 'button', class: 'button', onclick: close }, 'Cancel'),
      h('button', { class: `button main${danger ? ' danger' : ''}` }, confirm),
    ),
  )
  const dialog = h(
    'dialog',
    { class: `dialog${wide ? ' wide' : ''}`, 'aria-labelledby': id, lang: 'en' },
    form,
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const values = Object.fromEntries(new FormData(form).entries())
    dialog.close()
    onConfirm(/** @type {Record<string, string>} */ (values))
  })
  // The form fills the dialog, so only a press on the backdrop has the dialog itself as its target.
  dialog.addEventListener('mousedown', (event) => {
    if (event.target === dialog) dialog.close()
  })
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
  return dialog
}
