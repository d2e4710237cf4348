import { addDays, firstOfMonth, nextWorkingDay, today } from '../days.js'

/**
 * @typedef {import('./invoice.js').Invoice} Invoice
 * @typedef {import('./invoice.js').Entry} Entry
 *
 * @typedef {object} Customer
 * @property {string} id
 * @property {string} name
 * @property {string} email
 * @property {string} contact
 * @property {readonly string[]} address
 * @property {string} country
 * @property {string} [vatNumber]
 * @property {number} terms days to pay
 *
 * @typedef {object} BankPayment
 * @property {string} id
 * @property {string} on
 * @property {string} from
 * @property {string} note
 * @property {number} amount
 * @property {string} suggests id of an invoice
 *
 * @typedef {object} Books everything that one business has
 * @property {Record<string, Customer>} customers
 * @property {readonly Invoice[]} invoices newest first
 * @property {readonly BankPayment[]} unmatched
 * @property {number} nextNumber
 * @property {Record<string, Record<string, string | boolean>>} settings
 *
 * @typedef {object} Row an invoice in short; days are counted back from today
 * @property {string} to
 * @property {number} ago
 * @property {number} [terms]
 * @property {readonly (readonly [what: string, quantity: number, unit: string, price: number])[]} lines
 * @property {number} [paid] days ago
 * @property {boolean} [thisMonth] paid then, or at the start of the month
 * @property {'card' | 'bank transfer' | 'Swish'} [by]
 * @property {number} [part] of the sum that was paid
 * @property {string} [reference]
 * @property {string} [message]
 * @property {Partial<Invoice>} [is]
 */

const day = today()
/** @param {number} count */
export const ago = (count) => addDays(day, -count)

/**
 * The invoices of a business, dated back from today so that the books never grow old. Rows come
 * oldest first and are numbered in that order.
 *
 * @param {readonly Row[]} rows
 * @param {{ first: number, customers: Record<string, Customer>, vat: (customer: Customer) => number | null, noVatReason: string, reminds: boolean }} options
 * @returns {Invoice[]} newest first
 */
export function invoicesFrom(rows, { first, customers, vat, noVatReason, reminds }) {
  const invoices = rows.map((row, index) => {
    const customer = /** @type {Customer} */ (customers[row.to])
    const rate = vat(customer)
    const lines = row.lines.map(([what, quantity, unit, price]) => ({
      ...{ what, quantity, unit },
      price: price * 100,
      vat: rate,
    }))
    const issuedOn = ago(row.ago)
    const dueOn = addDays(issuedOn, row.terms ?? customer.terms)
    const net = lines.reduce((sum, line) => sum + Math.round(line.quantity * line.price), 0)
    const total = net + Math.round((net * (rate ?? 0)) / 100)
    const paidOn = paymentDay(row)
    const amount = Math.round(total * (row.part ?? 1))
    const payments = paidOn ? [{ on: paidOn, amount, by: row.by ?? 'bank transfer' }] : []
    return {
      id: String(first + index),
      customerId: row.to,
      ...{ lines, issuedOn, dueOn, payments },
      ...(rate === null && {
        noVatReason: customer.vatNumber ? 'reverse-charge' : noVatReason,
      }),
      ...(row.reference && { reference: row.reference }),
      ...(row.message && { message: row.message }),
      ...row.is,
      history: historyOf({ row, issuedOn, dueOn, paidOn, email: customer.email, reminds }),
    }
  })
  return invoices.reverse()
}

/** @param {Row} row */
function paymentDay({ paid, thisMonth, ago: issued }) {
  if (paid === undefined) return undefined
  const on = ago(paid)
  if (!thisMonth) return on
  return [on, firstOfMonth(day), ago(issued)].sort().at(-1)
}

/**
 * @param {{ row: Row, issuedOn: string, dueOn: string, paidOn: string | undefined, email: string, reminds: boolean }} facts
 * @returns {Entry[]}
 */
function historyOf({ row, issuedOn, dueOn, paidOn, email, reminds }) {
  /** @type {Entry[]} */
  const entries = [{ at: `${issuedOn}T10:12`, text: `Sent to ${email}` }]
  if (row.is?.bounced) {
    entries.push({ at: `${issuedOn}T10:14`, text: 'Bounced', tone: 'bad' })
  } else {
    entries.push({ at: `${issuedOn}T10:13`, text: 'Delivered' })
    const openedOn = nextWorkingDay(issuedOn)
    if (openedOn < day) entries.push({ at: `${openedOn}T08:47`, text: 'Opened by the customer' })
  }
  const reminders = row.is?.remindersPaused ? [3] : [3, 10]
  for (const after of reminds ? reminders : []) {
    const on = nextWorkingDay(addDays(dueOn, after - 1))
    if (on < (paidOn ?? day)) entries.push({ at: `${on}T09:00`, text: 'Reminder sent' })
  }
  if (row.is?.remindersPaused) {
    entries.push({ at: `${addDays(dueOn, 6)}T15:31`, text: 'Reminders paused' })
  }
  if (paidOn) {
    const part = row.part ? 'Partly paid' : 'Paid'
    entries.push({ at: paidOn, text: `${part} by ${row.by ?? 'bank transfer'}`, tone: 'good' })
  }
  return entries
}

/** Reminders as everybody has them until they choose otherwise. */
export const reminderSettings = {
  automatic: true,
  first: '3',
  second: '10',
  third: '',
  text: [
    'Hello {customer},',
    'Invoice {number} for {amount} was due on {due_date},',
    '{days} days ago. It may have slipped by.',
  ].join('\n'),
  fee: false,
  feeAmount: '60',
}
