/** Days as `2026-11-21`: they sort, compare and survive JSON. */

const LONG = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })
const SHORT = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' })
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long' })
const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

/** @param {Date} date */
function dayOf(date) {
  const two = (/** @type {number} */ n) => String(n).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** @param {string} day */
const dateOf = (day) => new Date(`${day.slice(0, 10)}T12:00`)

export const today = () => dayOf(new Date())

/**
 * @param {string} day
 * @param {number} count
 */
export function addDays(day, count) {
  const date = dateOf(day)
  date.setDate(date.getDate() + count)
  return dayOf(date)
}

/**
 * How many days the second lies after the first.
 *
 * @param {string} from
 * @param {string} to
 */
export function daysBetween(from, to) {
  return Math.round((dateOf(to).getTime() - dateOf(from).getTime()) / 86_400_000)
}

/** @param {string} day */
export const firstOfMonth = (day) => `${day.slice(0, 7)}-01`

/**
 * The first day of a month that lies some months from that of a day.
 *
 * @param {string} day
 * @param {number} count
 */
export function addMonths(day, count) {
  const date = dateOf(firstOfMonth(day))
  date.setMonth(date.getMonth() + count)
  return dayOf(date)
}

/**
 * Payouts and reminders go out on working days.
 *
 * @param {string} day
 * @returns {string}
 */
export function nextWorkingDay(day) {
  const next = addDays(day, 1)
  return [0, 6].includes(dateOf(next).getDay()) ? nextWorkingDay(next) : next
}

/** `21 Nov 2026` @param {string} day */
export const longDay = (day) => LONG.format(dateOf(day))

/** `21 Nov` @param {string} day */
export const shortDay = (day) => SHORT.format(dateOf(day))

/** `21 Nov` in this year, `21 Nov 2025` in others. @param {string} day */
export const listDay = (day) =>
  day.slice(0, 4) === today().slice(0, 4) ? shortDay(day) : longDay(day)

/** `November` @param {string} day */
export const monthName = (day) => MONTH.format(dateOf(day))

/** `21 Nov, 09:00` @param {string} moment */
export const shortMoment = (moment) =>
  moment.length > 10 ? `${shortDay(moment)}, ${TIME.format(new Date(moment))}` : shortDay(moment)

/** @param {number} count */
export const inDays = (count) => `${count} ${count === 1 ? 'day' : 'days'}`
