/** Money is a whole number of the smallest unit (öre, kopiyka), so that sums are exact. */

/**
 * `SEK 14,500.00`
 *
 * @param {number} amount
 * @param {string} currency
 */
export const money = (amount, currency) => formatter(currency, 2).format(amount / 100)

/**
 * `SEK 14,500`, where a glance is enough.
 *
 * @param {number} amount
 * @param {string} currency
 */
export const roundMoney = (amount, currency) => formatter(currency, 0).format(amount / 100)

/** `14,500.00` where the currency stands elsewhere. @param {number} amount */
export const decimal = (amount) =>
  new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(
    amount / 100,
  )

/** `14.5k` above a bar. @param {number} amount */
export const compact = (amount) =>
  new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 })
    .format(amount / 100)
    .toLowerCase()

/**
 * @param {string} currency
 * @param {number} digits
 */
function formatter(currency, digits) {
  return new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
    currencyDisplay: 'code',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
}
