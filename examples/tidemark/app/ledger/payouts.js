import { nextWorkingDay, today } from '../days.js'

/**
 * What each way to pay costs, as a share and a fixed part in the smallest unit.
 *
 * @type {Readonly<Record<string, { share: number, fixed: number, days: number }>>}
 */
const fees = {
  'SE card': { share: 0.014, fixed: 250, days: 2 },
  'SE Swish': { share: 0, fixed: 300, days: 1 },
  'UA card': { share: 0.017, fixed: 0, days: 2 },
}

/**
 * Payouts follow from payments by card and wallet: so many working days later, less the fee.
 * Bank transfers go straight to the business and are no part of them.
 *
 * @param {readonly import('./invoice.js').Invoice[]} invoices
 * @param {string} country
 */
export function payoutsOf(invoices, country) {
  const payouts = invoices.flatMap(({ id, payments }) =>
    payments.flatMap(({ on, amount, by }) => {
      const fee = fees[`${country} ${by}`]
      if (!fee) return []
      const sentOn = fee.days === 2 ? nextWorkingDay(nextWorkingDay(on)) : nextWorkingDay(on)
      const cost = Math.round(amount * fee.share) + fee.fixed
      const reference = `TM-${sentOn.replaceAll('-', '')}-0${400 + (Number(id) % 100)}`
      return { reference, sentOn, invoiceId: id, by, amount, cost, sum: amount - cost }
    }),
  )
  return payouts
    .sort((a, b) => (a.sentOn < b.sentOn ? 1 : -1))
    .map((payout) => ({ ...payout, status: payout.sentOn > today() ? 'On the way' : 'Sent' }))
}
