import { h } from '../element.js'
import { field, toggle } from '../parts/field.js'
import { helpLink } from '../parts/help.js'

const terms = ['0', '10', '14', '20', '30', '60', '90']

/** @param {import('../pages/settings.js').SectionContext} context */
export function paymentsSection({ values, ledger }) {
  const wallet = ledger.country === 'SE' ? 'Swish' : 'Apple Pay and Google Pay'
  return {
    fields: [
      field({
        ...{ label: 'Your account', name: 'account', value: String(values.account), width: 'wide' },
        help: 'Customers who pay by bank transfer pay here, and payouts arrive here.',
      }),
      field({
        ...{ label: 'Payment terms', name: 'terms', value: String(values.terms) },
        options: terms.map((days) => [days, days === '0' ? 'At once' : `${days} days`]),
        help: 'For customers without terms of their own.',
      }),
      field({
        ...{ label: 'Payouts', name: 'payouts', value: String(values.payouts) },
        options: [
          ['daily', 'Every working day'],
          ['weekly', 'Every Monday'],
        ],
      }),
      h('h3', { class: 'fields-title' }, 'Card payments'),
      toggle({
        ...{ label: `Cards and ${wallet}`, name: 'cards', value: values.cards === true },
        help: 'Every invoice gets a Pay button and a QR code. You pay for each payment, nothing a month.',
      }),
    ],
    help: helpLink('What does a payment cost?', 'get-paid-by-card'),
  }
}
