import { customerPage } from './customer.js'
import { customersPage } from './customers.js'
import { invoicePage } from './invoice.js'
import { invoicesPage } from './invoices.js'
import { newInvoicePage } from './new-invoice.js'
import { notFoundPage } from './not-found.js'
import { overviewPage } from './overview.js'
import { paymentsPage } from './payments.js'
import { settingsPage } from './settings.js'
import { themePage } from './theme.js'

/**
 * @typedef {object} PageContext
 * @property {import('../ledger/ledger.js').Ledger} ledger
 * @property {import('../router.js').Place} place
 * @property {() => void} refresh draws the page again
 *
 * @typedef {object} Page
 * @property {string} title
 * @property {string} [kind] class
 * @property {import('../element.js').Child} content
 *
 * @typedef {(context: PageContext, id: string) => Page} PageFunction
 */

/** First match wins. @type {readonly [RegExp, PageFunction][]} */
const routes = [
  [/^\/dashboard$/, overviewPage],
  [/^\/invoices$/, invoicesPage],
  [/^\/invoices\/new$/, newInvoicePage],
  [/^\/invoices\/([\w-]+)$/, invoicePage],
  [/^\/customers$/, customersPage],
  [/^\/customers\/([\w-]+)$/, customerPage],
  [/^\/payments(?:\/(payouts|unmatched))?$/, paymentsPage],
  [/^\/settings(?:\/([\w-]+))?$/, settingsPage],
  [/^\/theme$/, themePage],
]

/**
 * @param {import('../router.js').Place} place
 * @returns {(context: PageContext) => Page}
 */
export function pageFor({ path }) {
  for (const [pattern, page] of routes) {
    const match = pattern.exec(path)
    if (match) return (context) => page(context, match[1] ?? '')
  }
  return notFoundPage
}
