import { h } from '../element.js'
import { icon } from '../icons.js'
import { isOpen, leftOf, statusNames, statusOf, totalOf } from '../ledger/invoice.js'
import { money } from '../money.js'
import { helpLink } from '../parts/help.js'
import { invoiceTable } from '../parts/invoice-table.js'
import { nothing, pageHead } from '../parts/page.js'

/**
 * @typedef {import('../ledger/invoice.js').Invoice} Invoice
 * @typedef {import('../ledger/invoice.js').Status} Status
 */

/** @type {readonly { key: string, name: string, takes: (invoice: Invoice) => boolean }[]} */
const filters = [
  { key: '', name: 'All', takes: () => true },
  { key: 'open', name: 'To be paid', takes: isOpen },
  .../** @type {const} */ (['waiting', 'overdue', 'partly-paid', 'paid', 'draft', 'credited']).map(
    (key) => ({
      key,
      name: key === 'draft' ? 'Drafts' : statusNames[key],
      takes: (/** @type {Invoice} */ invoice) => statusOf(invoice) === key,
    }),
  ),
]

/** @type {import('./pages.js').PageFunction} */
export function invoicesPage({ ledger, place }) {
  const { invoices } = ledger.books()
  const key = place.query.get('status') ?? ''
  const filter = filters.find((one) => one.key === key)
  const chosen = invoices.filter((invoice) => (filter ?? filters[0])?.takes(invoice))
  const list = h('div', { class: 'list' })
  const count = h('p', { class: 'list-count', role: 'status' })
  drawList('')
  return {
    title: 'Invoices',
    content: [
      pageHead('Invoices', {
        actions: h(
          'a',
          { class: 'button main', href: '/invoices/new', 'data-testid': 'new-invoice' },
          icon('plus'),
          h('span', null, 'New', h('span', { class: 'wide-only' }, ' invoice')),
        ),
      }),
      h(
        'nav',
        { class: 'filters', 'aria-label': 'Status' },
        filters.map((one) => filterLink(one, one.key === (filter?.key ?? ''), invoices)),
      ),
      h(
        'section',
        { class: 'card', 'aria-label': 'Invoices' },
        h(
          'div',
          { class: 'list-head' },
          h('input', {
            ...{ type: 'search', class: 'find', 'aria-label': 'Find by customer or number' },
            placeholder: 'Customer or number',
            oninput: (/** @type {Event} */ event) =>
              drawList(/** @type {HTMLInputElement} */ (event.target).value),
          }),
          count,
        ),
        list,
      ),
      h('p', { class: 'page-help' }, helpLink('Need help with reminders?', 'invoice-reminders')),
    ],
  }

  /** @param {string} words */
  function drawList(words) {
    const wanted = words.trim().toLowerCase()
    const found = chosen.filter(({ id, customerId }) => {
      const name = ledger.customer(customerId)?.name ?? ''
      return `${id} ${name}`.toLowerCase().includes(wanted)
    })
    const sum = found.reduce(
      (total, one) => total + (key === 'open' ? leftOf(one) : totalOf(one)),
      0,
    )
    const noun = found.length === 1 ? 'invoice' : 'invoices'
    count.textContent = `${found.length} ${noun} · ${money(sum, ledger.currency)}`
    list.replaceChildren(
      found.length > 0
        ? invoiceTable(found, ledger, { caption: 'Invoices' })
        : nothing(
            wanted ? `Nothing with “${words.trim()}”` : 'No invoices here',
            wanted
              ? 'Try the number, or a part of the customer’s name.'
              : 'Invoices with this status will stand here.',
          ),
    )
  }
}

/**
 * @param {(typeof filters)[number]} filter
 * @param {boolean} isCurrent
 * @param {readonly Invoice[]} invoices
 */
function filterLink({ key, name, takes }, isCurrent, invoices) {
  const href = key ? `/invoices?status=${key}` : '/invoices'
  return h(
    'a',
    { class: 'filter', href, 'aria-current': isCurrent && 'page' },
    name,
    h('span', { class: 'filter-count' }, invoices.filter(takes).length),
  )
}
