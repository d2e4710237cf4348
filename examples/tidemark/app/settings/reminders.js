import { h } from '../element.js'
import { field, toggle } from '../parts/field.js'
import { helpLink } from '../parts/help.js'

/** @param {import('../pages/settings.js').SectionContext} context */
export function remindersSection({ values, ledger }) {
  const after = (/** @type {string} */ name, /** @type {string} */ label) =>
    field({
      ...{ label, name, type: 'number', value: String(values[name] ?? '') },
      more: { min: 1, max: 60, placeholder: 'Off', inputmode: 'numeric' },
    })
  return {
    fields: [
      toggle({
        ...{ label: 'Send reminders automatically', name: 'automatic' },
        value: values.automatic === true,
        help: 'At 09:00 your time, on working days. Who paid yesterday is left alone.',
      }),
      h('h3', { class: 'fields-title' }, 'Days after the due date'),
      h(
        'div',
        { class: 'thirds' },
        after('first', 'First'),
        after('second', 'Second'),
        after('third', 'Third'),
      ),
      field({
        ...{ label: 'Reminder text', name: 'text', rows: 5, width: 'wide' },
        value: String(values.text),
        help: 'Words in braces are filled in for each invoice.',
      }),
      h('h3', { class: 'fields-title' }, 'Reminder fee'),
      toggle({
        ...{ label: 'Add a fee', name: 'fee', value: values.fee === true },
        help: 'It may have to be agreed on beforehand.',
      }),
      field({
        ...{ label: `Fee in ${ledger.currency}`, name: 'feeAmount', type: 'number' },
        value: String(values.feeAmount),
        more: { min: 0, inputmode: 'numeric' },
      }),
    ],
    help: helpLink('Need help with reminders?', 'invoice-reminders'),
  }
}
