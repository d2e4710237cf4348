import { longDay } from '../days.js'
import { h } from '../element.js'
import { icon } from '../icons.js'
import { lineSum, noVatReasons, paymentReference, totals } from '../ledger/invoice.js'
import { decimal, money } from '../money.js'

/**
 * An invoice as its receiver sees it, on screen and on paper.
 *
 * @param {import('../ledger/invoice.js').Invoice} invoice
 * @param {import('../ledger/ledger.js').Ledger} ledger
 */
export function invoicePaper(invoice, ledger) {
  const { business = {}, payments = {}, vat = {}, template = {} } = ledger.books().settings
  const customer = ledger.customer(invoice.customerId)
  const reason = noVat(invoice)
  return h(
    'article',
    { class: 'paper', 'aria-label': 'The invoice' },
    h(
      'header',
      { class: 'paper-head' },
      h('p', { class: 'paper-brand' }, icon('tide'), String(business.name)),
      h('p', { class: 'paper-kind' }, invoice.draft ? 'Draft' : 'Invoice'),
    ),
    h(
      'div',
      { class: 'paper-parties' },
      h(
        'address',
        null,
        h('span', { class: 'paper-label' }, 'To'),
        h('strong', null, customer?.name ?? 'Choose a customer'),
        customer?.address.map((line) => h('span', null, line)),
        customer?.vatNumber && h('span', null, `VAT ${customer.vatNumber}`),
      ),
      h(
        'dl',
        { class: 'paper-facts' },
        fact('Number', invoice.draft ? 'Given when sent' : invoice.id),
        fact('Date', longDay(invoice.issuedOn)),
        fact('Due', longDay(invoice.dueOn)),
        invoice.reference && fact('Your reference', invoice.reference),
      ),
    ),
    invoice.message && h('p', { class: 'paper-message' }, invoice.message),
    linesTable(invoice, ledger.currency),
    reason && h('p', { class: 'paper-note' }, reason),
    h(
      'footer',
      { class: 'paper-foot' },
      h(
        'dl',
        null,
        fact('Pay to', String(payments.account)),
        !invoice.draft && payTo(invoice.id, ledger.country),
      ),
      h(
        'dl',
        null,
        fact('From', [String(business.name), ', ', String(business.address).replace('\n', ', ')]),
        fact('Registration number', String(business.number)),
        vat.registered && fact('VAT number', String(vat.number)),
        template.footer && fact('Note', String(template.footer)),
      ),
    ),
  )
}

/** @param {import('../ledger/invoice.js').Invoice} invoice */
function noVat({ lines, noVatReason }) {
  if (!lines.some(({ vat }) => vat === null)) return undefined
  const key = /** @type {keyof typeof noVatReasons} */ (noVatReason ?? 'exempt')
  return noVatReasons[key]?.printed
}

/**
 * @param {string} number
 * @param {string} country
 */
function payTo(number, country) {
  const { name, value } = paymentReference(number, country)
  return fact(name, value)
}

/**
 * @param {import('../ledger/invoice.js').Invoice} invoice
 * @param {string} currency
 */
function linesTable({ lines }, currency) {
  const { net, vat, total } = totals(lines)
  return h(
    'table',
    { class: 'paper-lines' },
    h('caption', { class: 'unseen' }, 'Lines'),
    h(
      'thead',
      null,
      h(
        'tr',
        null,
        h('th', { scope: 'col' }, 'What'),
        h('th', { scope: 'col', class: 'figure wide-only' }, 'Quantity'),
        h('th', { scope: 'col', class: 'figure wide-only' }, 'Price'),
        h('th', { scope: 'col', class: 'figure wide-only' }, 'VAT'),
        h('th', { scope: 'col', class: 'figure' }, 'Sum'),
      ),
    ),
    h(
      'tbody',
      null,
      lines.map((line) => {
        const each = `${line.quantity} ${line.unit}`
        const price = decimal(line.price)
        return h(
          'tr',
          null,
          h(
            'td',
            null,
            line.what || 'No description yet',
            h('span', { class: 'under narrow-only' }, `${each} × ${price}`),
          ),
          h('td', { class: 'figure wide-only' }, each),
          h('td', { class: 'figure wide-only sum-figure' }, price),
          h('td', { class: 'figure wide-only' }, line.vat === null ? 'No VAT' : `${line.vat}%`),
          h('td', { class: 'figure sum-figure' }, decimal(lineSum(line))),
        )
      }),
    ),
    h(
      'tfoot',
      null,
      sumRow('Before VAT', money(net, currency)),
      vat.map(({ rate, amount }) => sumRow(`VAT ${rate}%`, money(amount, currency))),
      sumRow('To pay', money(total, currency), 'total'),
    ),
  )
}

/**
 * @param {string} name
 * @param {string} value
 * @param {string} [kind]
 */
const sumRow = (name, value, kind = '') =>
  h(
    'tr',
    { class: kind },
    h('th', { scope: 'row' }, name),
    h('td', { class: 'figure sum-figure', colspan: 4 }, value),
  )

/**
 * @param {string} name
 * @param {import('../element.js').Child} value
 */
export const fact = (name, value) => h('div', null, h('dt', null, name), h('dd', null, value))
