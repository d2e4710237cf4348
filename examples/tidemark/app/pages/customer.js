import { h } from '../element.js'
import { isOpen, leftOf } from '../ledger/invoice.js'
import { money } from '../money.js'
import { openDialog } from '../parts/dialog.js'
import { field } from '../parts/field.js'
import { fact } from '../parts/invoice-paper.js'
import { invoiceTable } from '../parts/invoice-table.js'
import { card, nothing, pageHead } from '../parts/page.js'
import { toast } from '../parts/toast.js'
import { notFoundPage } from './not-found.js'

/** @type {import('./pages.js').PageFunction} */
export function customerPage({ ledger, refresh }, id) {
  const customer = ledger.customer(id)
  if (!customer) return notFoundPage()
  const invoices = ledger.books().invoices.filter(({ customerId }) => customerId === id)
  const open = invoices.filter(isOpen)
  const owes = open.reduce((sum, invoice) => sum + leftOf(invoice), 0)
  const paused = open.length > 0 && open.every(({ remindersPaused }) => remindersPaused)
  const pause = () => {
    for (const { id: number, remindersPaused } of open) {
      if (Boolean(remindersPaused) === paused) ledger.togglePause(number)
    }
    toast(paused ? 'Reminders go out again.' : `${customer.name} gets no reminders for now.`)
    refresh()
  }
  return {
    title: customer.name,
    content: [
      pageHead(customer.name, {
        back: { href: '/customers', text: 'Customers' },
        actions: open.length > 0 && [
          h(
            'button',
            { type: 'button', class: 'button', id: 'pause', onclick: pause },
            paused ? 'Start reminders again' : 'Pause reminders',
          ),
        ],
      }),
      h(
        'div',
        { class: 'columns' },
        card(
          'Invoices',
          {},
          invoices.length > 0
            ? invoiceTable(invoices, ledger, {
                caption: `Invoices to ${customer.name}`,
                withCustomer: false,
              })
            : nothing('No invoices yet', 'The first one will stand here.'),
        ),
        h(
          'div',
          { class: 'stack' },
          h(
            'section',
            { class: 'card money', 'aria-label': 'Details' },
            h('p', { class: 'money-label' }, 'Owes you'),
            h('p', { class: 'money-sum' }, money(owes, ledger.currency)),
            h(
              'dl',
              { class: 'facts' },
              fact('Contact', customer.contact),
              fact('Email', customer.email),
              customer.address.length > 0 &&
                fact(
                  'Address',
                  customer.address.map((line) => h('span', { class: 'facts-line' }, line)),
                ),
              customer.vatNumber && fact('VAT number', customer.vatNumber),
              fact('Terms', `${customer.terms} days`),
            ),
            h(
              'div',
              { class: 'money-actions' },
              h(
                'button',
                {
                  ...{ type: 'button', class: 'button', id: 'email' },
                  onclick: () => emailDialog(customer, ledger, refresh),
                },
                'Change email',
              ),
            ),
          ),
        ),
      ),
    ],
  }
}

/**
 * @param {import('../ledger/seed.js').Customer} customer
 * @param {import('../ledger/ledger.js').Ledger} ledger
 * @param {() => void} refresh
 */
function emailDialog({ id, name, email }, ledger, refresh) {
  openDialog(
    {
      title: `Email of ${name}`,
      confirm: 'Save',
      onConfirm(values) {
        ledger.correctEmail(id, values.email ?? email)
        toast('Saved.')
        refresh()
      },
    },
    field({ label: 'Email', name: 'email', type: 'email', value: email, more: { required: true } }),
  )
}
