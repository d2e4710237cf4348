import { inDays, listDay } from '../days.js'
import { h } from '../element.js'
import { daysLate, leftOf, statusOf, totalOf } from '../ledger/invoice.js'
import { money } from '../money.js'
import { statusTag } from './status-tag.js'

/**
 * Invoices as a table; on a phone, the same table with two columns.
 *
 * @param {readonly import('../ledger/invoice.js').Invoice[]} invoices
 * @param {import('../ledger/ledger.js').Ledger} ledger
 * @param {object} options
 * @param {string} options.caption for those who do not see the heading above
 * @param {boolean} [options.withCustomer] false where they all belong to one
 */
export function invoiceTable(invoices, ledger, { caption, withCustomer = true }) {
  return h(
    'table',
    { class: 'rows' },
    h('caption', { class: 'unseen' }, caption),
    h(
      'thead',
      null,
      h(
        'tr',
        null,
        withCustomer && h('th', { scope: 'col', class: 'wide-only' }, 'Number'),
        h('th', { scope: 'col' }, withCustomer ? 'Customer' : 'Number'),
        h('th', { scope: 'col', class: 'wide-only' }, 'Due'),
        h('th', { scope: 'col', class: 'wide-only' }, 'Status'),
        h('th', { scope: 'col', class: 'figure' }, 'Sum'),
      ),
    ),
    h(
      'tbody',
      null,
      invoices.map((invoice) => invoiceRow(invoice, ledger, withCustomer)),
    ),
  )
}

/**
 * @param {import('../ledger/invoice.js').Invoice} invoice
 * @param {import('../ledger/ledger.js').Ledger} ledger
 * @param {boolean} withCustomer
 */
function invoiceRow(invoice, { customer, currency }, withCustomer) {
  const status = statusOf(invoice)
  const name = customer(invoice.customerId)?.name ?? 'No customer yet'
  const number = invoice.draft ? 'Draft' : invoice.id
  const left = leftOf(invoice)
  const partly = left > 0 && left < totalOf(invoice)
  return h(
    'tr',
    { class: 'row' },
    withCustomer && h('td', { class: 'wide-only number' }, number),
    h(
      'td',
      null,
      h(
        'a',
        { class: 'row-link', href: `/invoices/${invoice.id}` },
        withCustomer &&
          h('span', { class: 'unseen' }, invoice.draft ? 'Draft for ' : `Invoice ${number}, `),
        withCustomer ? name : number,
      ),
      h('span', { class: 'under narrow-only' }, withCustomer && `${number} · `, dueText(invoice)),
    ),
    h('td', { class: 'wide-only day' }, dueText(invoice)),
    h('td', { class: 'wide-only' }, statusTag(status)),
    h(
      'td',
      { class: 'figure' },
      h('span', { class: 'sum-figure' }, money(totalOf(invoice), currency)),
      partly && h('span', { class: 'under' }, `${money(left, currency)} left`),
      h('span', { class: 'under narrow-only' }, statusTag(status)),
    ),
  )
}

/** @param {import('../ledger/invoice.js').Invoice} invoice */
function dueText(invoice) {
  if (invoice.draft) return 'Not sent'
  if (statusOf(invoice) !== 'overdue') return listDay(invoice.dueOn)
  return h('span', { class: 'late' }, `${inDays(daysLate(invoice))} late`)
}
