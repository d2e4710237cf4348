import { h } from '../element.js'
import { icon } from '../icons.js'
import { isOpen, leftOf } from '../ledger/invoice.js'
import { money } from '../money.js'
import { openDialog } from '../parts/dialog.js'
import { field } from '../parts/field.js'
import { helpLink } from '../parts/help.js'
import { pageHead } from '../parts/page.js'
import { toast } from '../parts/toast.js'
import { customersIn } from './customers-csv.js'

/** @type {import('./pages.js').PageFunction} */
export function customersPage({ ledger, refresh }) {
  const customers = Object.values(ledger.books().customers).sort((a, b) =>
    a.name.localeCompare(b.name),
  )
  return {
    title: 'Customers',
    content: [
      pageHead('Customers', {
        actions: h(
          'button',
          {
            ...{ type: 'button', class: 'button', id: 'import' },
            onclick: () => importDialog(ledger, refresh),
          },
          icon('file'),
          'Import',
        ),
      }),
      h(
        'section',
        { class: 'card', 'aria-label': 'Customers' },
        h(
          'table',
          { class: 'rows' },
          h('caption', { class: 'unseen' }, 'Customers'),
          h(
            'thead',
            null,
            h(
              'tr',
              null,
              h('th', { scope: 'col' }, 'Customer'),
              h('th', { scope: 'col', class: 'wide-only' }, 'Email'),
              h('th', { scope: 'col', class: 'wide-only figure' }, 'Invoices'),
              h('th', { scope: 'col', class: 'figure' }, 'Owes'),
            ),
          ),
          h(
            'tbody',
            null,
            customers.map((customer) => customerRow(customer, ledger)),
          ),
        ),
      ),
      h(
        'p',
        { class: 'page-help' },
        helpLink('How do I prepare a file to import?', 'import-customers'),
      ),
    ],
  }
}

/**
 * @param {import('../ledger/seed.js').Customer} customer
 * @param {import('../ledger/ledger.js').Ledger} ledger
 */
function customerRow({ id, name, email, address }, { books, currency }) {
  const invoices = books().invoices.filter(({ customerId, draft }) => customerId === id && !draft)
  const owes = invoices.filter(isOpen).reduce((sum, invoice) => sum + leftOf(invoice), 0)
  return h(
    'tr',
    { class: 'row' },
    h(
      'td',
      null,
      h('a', { class: 'row-link', href: `/customers/${id}` }, name),
      h('span', { class: 'under' }, address.slice(-2).join(', ') || email),
    ),
    h('td', { class: 'wide-only soft' }, email),
    h('td', { class: 'wide-only figure' }, invoices.length),
    h(
      'td',
      { class: 'figure' },
      owes > 0
        ? h('span', { class: 'sum-figure' }, money(owes, currency))
        : h('span', { class: 'soft' }, 'Nothing'),
    ),
  )
}

/**
 * @param {import('../ledger/ledger.js').Ledger} ledger
 * @param {() => void} refresh
 */
function importDialog(ledger, refresh) {
  const known = new Set(Object.values(ledger.books().customers).map(({ email }) => email))
  /** @type {ReturnType<typeof customersIn>} */
  let found = []
  const result = h('p', { class: 'soft', role: 'status' })
  const read = async (/** @type {Event} */ event) => {
    const [file] = /** @type {HTMLInputElement} */ (event.target).files ?? []
    found = file ? customersIn(await file.text()) : []
    const fresh = found.filter(({ email }) => !known.has(email)).length
    result.textContent =
      found.length > 0
        ? `${found.length} customers in the file, ${fresh} of them new. Those you have are skipped.`
        : 'No customers in this file. The first row must name the columns, one of them “name”.'
  }
  openDialog(
    {
      title: 'Import customers',
      confirm: 'Import',
      onConfirm() {
        const fresh = found.filter(({ email }) => !known.has(email))
        for (const customer of fresh) {
          const terms = customer.terms || Number(ledger.books().settings.payments?.terms ?? 30)
          const country = customer.country || ledger.country
          ledger.addCustomer({ ...customer, terms, country })
        }
        toast(fresh.length === 1 ? 'One customer imported.' : `${fresh.length} customers imported.`)
        refresh()
      },
    },
    h(
      'p',
      { class: 'soft' },
      'A CSV file with one customer a row. Nothing is stored until you press Import.',
    ),
    field({
      ...{ label: 'File', name: 'file', type: 'file' },
      more: { accept: '.csv,text/csv', onchange: read, required: true },
    }),
    result,
  )
}
