import { field, toggle } from '../parts/field.js'
import { helpLink } from '../parts/help.js'

/** @param {import('../pages/settings.js').SectionContext} context */
export function vatSection({ values, ledger }) {
  const rates = ledger.country === 'UA' ? ['20', '7'] : ['25', '12', '6']
  return {
    fields: [
      toggle({
        ...{ label: 'Registered for VAT', name: 'registered', value: values.registered === true },
        help: 'When it is off, new invoices have no VAT and say why.',
      }),
      field({
        ...{ label: 'VAT number', name: 'number', value: String(values.number) },
        help: 'Checked in the EU register, VIES.',
      }),
      field({
        ...{ label: 'Usual rate', name: 'rate', value: String(values.rate) },
        options: rates.map((rate) => /** @type {const} */ ([rate, `${rate}%`])),
      }),
      field({
        ...{ label: 'VAT return', name: 'period', value: String(values.period) },
        options: [
          ['month', 'Every month'],
          ['quarter', 'Every quarter'],
          ['year', 'Once a year'],
        ],
      }),
    ],
    help: helpLink('When may I leave out VAT?', 'invoice-without-vat'),
  }
}
