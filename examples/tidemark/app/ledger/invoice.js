import { daysBetween, today } from '../days.js'

/**
 * @typedef {object} Line
 * @property {string} what
 * @property {number} quantity
 * @property {string} unit
 * @property {number} price of one, in the smallest unit, before VAT
 * @property {number | null} vat percent; null is “No VAT”
 *
 * @typedef {object} Entry what happened, for History
 * @property {string} at a day or a moment
 * @property {string} text
 * @property {'good' | 'bad' | 'plain'} [tone]
 *
 * @typedef {object} Invoice
 * @property {string} id its number; `draft-3` until it is sent
 * @property {string} customerId
 * @property {readonly Line[]} lines
 * @property {string} [noVatReason] key of `noVatReasons`
 * @property {string} [reference] what the customer asked to see on it
 * @property {string} [message] above the lines
 * @property {string} issuedOn
 * @property {string} dueOn
 * @property {boolean} [draft]
 * @property {string} [heldUntil] a moment; until then Undo makes it a draft again
 * @property {string} [draftId] what Undo calls it again
 * @property {boolean} [credited]
 * @property {boolean} [bounced]
 * @property {boolean} [remindersPaused]
 * @property {string} [remindedOn]
 * @property {readonly { on: string, amount: number, by: string }[]} payments
 * @property {readonly Entry[]} history oldest first
 *
 * @typedef {'draft' | 'waiting' | 'overdue' | 'partly-paid' | 'paid' | 'credited'} Status
 */

/** @type {Readonly<Record<Status, string>>} */
export const statusNames = {
  draft: 'Draft',
  waiting: 'Waiting',
  overdue: 'Overdue',
  'partly-paid': 'Partly paid',
  paid: 'Paid',
  credited: 'Credited',
}

/** Why a line has no VAT, and what the invoice then says. */
export const noVatReasons = {
  'not-registered': { name: 'Not registered', printed: 'Not registered for VAT' },
  'reverse-charge': { name: 'Reverse charge', printed: 'Reverse charge' },
  exempt: { name: 'Exempt', printed: 'Exempt from VAT' },
  abroad: { name: 'Sold abroad', printed: 'Outside the scope of domestic VAT' },
}

/** @param {Invoice} invoice */
export const isSent = (invoice) => !invoice.draft

/** @param {Line} line */
export const lineSum = ({ quantity, price }) => Math.round(quantity * price)

/**
 * VAT is reckoned once for each rate, on the sum of its lines.
 *
 * @param {readonly Line[]} lines
 */
export function totals(lines) {
  const net = lines.reduce((sum, line) => sum + lineSum(line), 0)
  const rates = [...new Set(lines.map(({ vat }) => vat ?? 0))].filter((rate) => rate > 0)
  const vat = rates
    .sort((a, b) => b - a)
    .map((rate) => {
      const base = lines
        .filter((line) => line.vat === rate)
        .reduce((sum, line) => sum + lineSum(line), 0)
      return { rate, base, amount: Math.round((base * rate) / 100) }
    })
  return { net, vat, total: vat.reduce((sum, { amount }) => sum + amount, net) }
}

/** @param {Invoice} invoice */
export const totalOf = (invoice) => totals(invoice.lines).total

/** @param {Invoice} invoice */
export const paidOf = (invoice) => invoice.payments.reduce((sum, { amount }) => sum + amount, 0)

/** @param {Invoice} invoice */
export const leftOf = (invoice) =>
  invoice.credited ? 0 : Math.max(0, totalOf(invoice) - paidOf(invoice))

/**
 * @param {Invoice} invoice
 * @returns {Status}
 */
export function statusOf(invoice) {
  if (invoice.draft) return 'draft'
  if (invoice.credited) return 'credited'
  if (leftOf(invoice) === 0) return 'paid'
  if (daysLate(invoice) > 0) return 'overdue'
  return paidOf(invoice) > 0 ? 'partly-paid' : 'waiting'
}

/** Days past the due date; below one it is not late. @param {Invoice} invoice */
export const daysLate = (invoice) => daysBetween(invoice.dueOn, today())

/** Waiting for money, on time or not. @param {Invoice} invoice */
export const isOpen = (invoice) => ['waiting', 'overdue', 'partly-paid'].includes(statusOf(invoice))

/** @param {Invoice} invoice */
export const titleOf = (invoice) => (invoice.draft ? 'Draft' : `Invoice ${invoice.id}`)

/**
 * What the payer writes, by the country of the business: an OCR number ends with its own length
 * and a check digit by Luhn; in Ukraine the purpose of payment is written out.
 *
 * @param {string} number
 * @param {string} country
 */
export function paymentReference(number, country) {
  if (country === 'UA')
    return { name: 'Purpose of payment', value: `Оплата за рахунком № ${number}` }
  const withLength = `${number}${(number.length + 2) % 10}`
  return { name: 'OCR number', value: `${withLength}${luhn(withLength)}` }
}

/** @param {string} digits */
function luhn(digits) {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return (10 - (sum % 10)) % 10
}
