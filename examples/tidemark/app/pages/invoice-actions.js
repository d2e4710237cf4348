import { addDays, daysBetween, inDays, longDay, today } from '../days.js'
import { h } from '../element.js'
import { icon } from '../icons.js'
import { isOpen, leftOf, statusOf, totalOf } from '../ledger/invoice.js'
import { canRefund } from '../ledger/ledger.js'
import { money } from '../money.js'
import { openDialog } from '../parts/dialog.js'
import { field } from '../parts/field.js'
import { menuButton } from '../parts/menu.js'
import { toast } from '../parts/toast.js'
import { goTo } from '../router.js'
import { sendNow } from './send-now.js'

/**
 * @typedef {import('../ledger/invoice.js').Invoice} Invoice
 * @typedef {import('./pages.js').PageContext} Context
 */

/**
 * What can be done with an invoice, by its status: one main button, the rest under More.
 *
 * @param {Invoice} invoice
 * @param {Context} context
 */
export function invoiceActions(invoice, context) {
  if (invoice.draft) return draftActions(invoice, context)
  const { ledger, refresh } = context
  const status = statusOf(invoice)
  const open = isOpen(invoice)
  return [
    h(
      'button',
      { type: 'button', class: 'button', onclick: () => print() },
      icon('print'),
      'Download PDF',
    ),
    menuButton(
      'More',
      [
        open && { label: 'Change due date', onclick: () => dueDateDialog(invoice, context) },
        open && {
          label: invoice.remindersPaused ? 'Start reminders again' : 'Pause reminders',
          onclick: () => {
            ledger.togglePause(invoice.id)
            toast(invoice.remindersPaused ? 'Reminders go out again.' : 'Reminders are paused.')
            refresh()
          },
        },
        !invoice.draft && {
          label: 'Send again',
          onclick: () => sendAgainDialog(invoice, context),
        },
        {
          label: 'Copy to new invoice',
          onclick: () => goTo(`/invoices/new?draft=${ledger.copy(invoice)}`),
        },
        canRefund(invoice) && { label: 'Refund', onclick: () => refundDialog(invoice, context) },
        status !== 'credited' && {
          label: 'Credit invoice',
          danger: true,
          onclick: () => creditDialog(invoice, context),
        },
      ],
      'more',
    ),
    open &&
      h(
        'button',
        {
          ...{ type: 'button', class: 'button main', id: 'paid' },
          onclick: () => {
            ledger.recordPayment(invoice.id, leftOf(invoice))
            toast(`Invoice ${invoice.id} is paid.`)
            refresh()
          },
        },
        icon('check'),
        'Mark as paid',
      ),
  ]
}

/**
 * @param {Invoice} invoice
 * @param {Context} context
 */
function draftActions(invoice, { ledger }) {
  const remove = () => {
    ledger.deleteDraft(invoice.id)
    toast('The draft is deleted.')
    goTo('/invoices')
  }
  return [
    h('button', { type: 'button', class: 'button', onclick: remove }, icon('trash'), 'Delete'),
    h('a', { class: 'button', href: `/invoices/new?draft=${invoice.id}` }, 'Edit'),
    h(
      'button',
      {
        ...{ type: 'button', class: 'button main', id: 'send' },
        onclick: () => sendNow(invoice.id, ledger),
      },
      'Send',
    ),
  ]
}

/**
 * @param {Invoice} invoice
 * @param {Context} context
 */
export function reminderDialog(invoice, { ledger, refresh }) {
  const customer = ledger.customer(invoice.customerId)
  const filled = {
    customer: customer?.contact ?? '',
    number: invoice.id,
    amount: money(leftOf(invoice), ledger.currency),
    due_date: longDay(invoice.dueOn),
    days: String(daysBetween(invoice.dueOn, today())),
  }
  const text = Object.entries(filled).reduce(
    (template, [name, value]) => template.replaceAll(`{${name}}`, value),
    String(ledger.books().settings.reminders?.text ?? ''),
  )
  openDialog(
    {
      title: `Remind ${customer?.name}`,
      confirm: 'Send reminder',
      onConfirm() {
        ledger.remind(invoice.id)
        toast(`Reminder sent to ${customer?.email}.`)
        refresh()
      },
    },
    h(
      'p',
      { class: 'soft' },
      'It goes out now with the invoice as a PDF, what is left to pay and a Pay button. Replies come to you.',
    ),
    field({ label: 'Reminder text', name: 'text', rows: 7, value: text }),
  )
}

/**
 * @param {Invoice} invoice
 * @param {Context} context
 */
export function sendAgainDialog({ id, customerId }, { ledger, refresh }) {
  const customer = ledger.customer(customerId)
  openDialog(
    {
      title: `Send invoice ${id} again`,
      confirm: 'Send again',
      onConfirm({ email = '' }) {
        ledger.correctEmail(customerId, email)
        ledger.sendAgain(id)
        toast(`Invoice ${id} is on its way to ${email}.`)
        refresh()
      },
    },
    field({
      ...{ label: `Email of ${customer?.name}`, name: 'email', type: 'email' },
      value: customer?.email,
      help: 'It keeps its number and due date. The new address is kept on the customer.',
      more: { required: true },
    }),
  )
}

/**
 * @param {Invoice} invoice
 * @param {Context} context
 */
function dueDateDialog({ id, dueOn }, { ledger, refresh }) {
  openDialog(
    {
      title: 'Change due date',
      confirm: 'Change',
      onConfirm({ due = dueOn }) {
        ledger.changeDueDate(id, due)
        toast(`Due ${longDay(due)}, in ${inDays(daysBetween(today(), due))}.`)
        refresh()
      },
    },
    field({
      ...{ label: 'Due date', name: 'due', type: 'date' },
      value: dueOn < today() ? addDays(today(), 7) : dueOn,
      more: { required: true, min: today() },
    }),
  )
}

/**
 * @param {Invoice} invoice
 * @param {Context} context
 */
function creditDialog(invoice, { ledger, refresh }) {
  openDialog(
    {
      title: `Credit invoice ${invoice.id}`,
      confirm: 'Create credit note',
      danger: true,
      onConfirm({ reason = '' }) {
        const note = ledger.credit(invoice.id, reason)
        toast(`Credit note ${note} is created.`)
        refresh()
      },
    },
    h(
      'p',
      { class: 'soft' },
      `The whole invoice, ${money(totalOf(invoice), ledger.currency)}, is taken back and its reminders stop.`,
    ),
    field({
      label: 'Reason',
      name: 'reason',
      help: 'The customer reads it.',
      more: { required: true },
    }),
  )
}

/**
 * @param {Invoice} invoice
 * @param {Context} context
 */
function refundDialog(invoice, { ledger, refresh }) {
  const customer = ledger.customer(invoice.customerId)
  openDialog(
    {
      title: 'Refund the payment',
      confirm: 'Refund',
      danger: true,
      onConfirm() {
        ledger.refund(invoice.id)
        toast(`${customer?.name} has the money within about five working days.`)
        refresh()
      },
    },
    h(
      'p',
      null,
      'The money goes back the way it came. The fee for the payment is not returned, and the invoice itself does not change.',
    ),
  )
}
