import { h } from '../element.js'

let count = 0

/**
 * @typedef {object} FieldOptions
 * @property {string} label
 * @property {string} name
 * @property {string} [type]
 * @property {string | number} [value]
 * @property {string} [help]
 * @property {readonly (readonly [value: string, text: string])[]} [options] makes it a choice
 * @property {number} [rows] makes it a longer text
 * @property {string} [width] class
 * @property {Record<string, unknown>} [more] attributes and listeners
 */

/**
 * A label, what it labels, and help below.
 *
 * @param {FieldOptions} options
 */
export function field({ label, name, type = 'text', value, help, options, rows, width, more }) {
  count += 1
  const id = `field-${name}-${count}`
  const helpId = help && `${id}-help`
  const props = { id, name, 'aria-describedby': helpId, ...more }
  return h(
    'div',
    { class: `field ${width ?? ''}` },
    h('label', { for: id }, label),
    options
      ? h(
          'select',
          props,
          options.map(([key, text]) =>
            h('option', { value: key, selected: key === String(value ?? '') }, text),
          ),
        )
      : rows
        ? h('textarea', { ...props, rows }, value)
        : h('input', { ...props, type, value }),
    help && h('p', { class: 'field-help', id: helpId }, help),
  )
}

/**
 * Yes or no, with what it means below.
 *
 * @param {{ label: string, name: string, value: boolean, help?: string, onchange?: (on: boolean) => void }} options
 */
export function toggle({ label, name, value, help, onchange }) {
  count += 1
  const id = `field-${name}-${count}`
  const helpId = help && `${id}-help`
  return h(
    'div',
    { class: 'toggle' },
    h('input', {
      ...{ type: 'checkbox', id, name, checked: value, 'aria-describedby': helpId },
      onchange: (/** @type {Event} */ event) =>
        onchange?.(/** @type {HTMLInputElement} */ (event.target).checked),
    }),
    h(
      'div',
      null,
      h('label', { for: id }, label),
      help && h('p', { class: 'field-help', id: helpId }, help),
    ),
  )
}
