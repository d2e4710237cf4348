import { firstOfMonth, inDays, longDay, monthName, today } from '../days.js'
import { h } from '../element.js'
import { icon } from '../icons.js'
import { daysLate, isOpen, leftOf, statusOf, totalOf } from '../ledger/invoice.js'
import { money, roundMoney } from '../money.js'
import { invoiceTable } from '../parts/invoice-table.js'
import { monthChart, paidIn } from '../parts/month-chart.js'
import { card, nothing, pageHead } from '../parts/page.js'

/** @type {import('./pages.js').PageFunction} */
export function overviewPage({ ledger }) {
  const { invoices } = ledger.books()
  const [firstName = ''] = ledger.owner.name.split(' ')
  const all = h('a', { class: 'link', href: '/invoices' }, 'All invoices')
  return {
    title: 'Overview',
    kind: 'overview',
    content: [
      pageHead(`${greeting()}, ${firstName}`, {
        under: `${ledger.owner.business} · ${longDay(today())}`,
        actions: h(
          'a',
          { class: 'button main', href: '/invoices/new', 'data-testid': 'new-invoice' },
          icon('plus'),
          h('span', null, 'New', h('span', { class: 'wide-only' }, ' invoice')),
        ),
      }),
      sums(ledger),
      h(
        'div',
        { class: 'columns' },
        card(
          'Latest invoices',
          { kind: 'latest', aside: all },
          invoices.length > 0
            ? invoiceTable(invoices.slice(0, 8), ledger, { caption: 'Latest invoices' })
            : nothing('No invoices yet', 'The first one will stand here.'),
        ),
        h(
          'div',
          { class: 'stack' },
          card('Next steps', {}, nextSteps(ledger)),
          card('Paid each month', {}, monthChart(invoices, ledger.currency)),
        ),
      ),
    ],
  }
}

function greeting() {
  const hour = new Date().getHours()
  if (hour < 5 || hour >= 18) return 'Good evening'
  return hour < 12 ? 'Good morning' : 'Good afternoon'
}

/** @param {import('../ledger/ledger.js').Ledger} ledger */
function sums({ books, currency }) {
  const { invoices } = books()
  const open = invoices.filter(isOpen)
  const late = invoices.filter((invoice) => statusOf(invoice) === 'overdue')
  const drafts = invoices.filter(({ draft }) => draft)
  const month = firstOfMonth(today())
  const paid = invoices.filter(({ payments }) => payments.some(({ on }) => on >= month))
  const oldest = Math.max(0, ...late.map(daysLate))
  const sum = (/** @type {typeof open} */ list, /** @type {typeof leftOf} */ of) =>
    roundMoney(
      list.reduce((total, invoice) => total + of(invoice), 0),
      currency,
    )
  return h(
    'ul',
    { class: 'sums' },
    cell('/invoices?status=open', 'Waiting for payment', sum(open, leftOf), many(open.length)),
    cell(
      '/invoices?status=overdue',
      'Overdue',
      sum(late, leftOf),
      late.length > 0 ? `${many(late.length)}, oldest ${inDays(oldest)}` : 'All on time',
      late.length > 0 ? 'late' : '',
    ),
    cell(
      '/invoices?status=paid',
      `Paid in ${monthName(today())}`,
      roundMoney(paidIn(invoices, month), currency),
      many(paid.length),
    ),
    cell('/invoices?status=draft', 'Drafts', sum(drafts, totalOf), many(drafts.length)),
  )
}

/**
 * @param {string} href
 * @param {string} name
 * @param {string} value
 * @param {string} under
 * @param {string} [tone]
 */
const cell = (href, name, value, under, tone = '') =>
  h(
    'li',
    { class: `sum ${tone}` },
    h('a', { class: 'sum-link', href }, name),
    h('strong', { class: 'sum-value' }, value),
    h('span', { class: 'sum-under' }, under),
  )

/** @param {number} count */
const many = (count) => `${count} ${count === 1 ? 'invoice' : 'invoices'}`

/** What wants doing, most urgent first. @param {import('../ledger/ledger.js').Ledger} ledger */
function nextSteps({ books, customer, currency }) {
  const { invoices, unmatched, settings } = books()
  const nameOf = (/** @type {string} */ id) => customer(id)?.name ?? ''
  const steps = [
    ...invoices
      .filter(({ bounced }) => bounced)
      .map(({ id, customerId }) => ({
        href: `/invoices/${id}`,
        title: `Correct the address of ${nameOf(customerId)}`,
        text: `The email with invoice ${id} bounced`,
      })),
    ...unmatched.map(({ amount, from }) => ({
      href: '/payments/unmatched',
      title: 'Match a payment',
      text: `${money(amount, currency)} from ${from}`,
    })),
    !settings.bank?.connected && {
      href: '/settings/bank',
      title: 'Connect your bank',
      text: 'Invoices turn paid by themselves',
    },
    !settings.reminders?.automatic && {
      href: '/settings/reminders',
      title: 'Turn on reminders',
      text: 'Tidemark can ask late customers for you',
    },
    ...invoices
      .filter((one) => statusOf(one) === 'overdue' && !one.remindersPaused && !one.remindedOn)
      .sort((a, b) => daysLate(b) - daysLate(a))
      .map((invoice) => ({
        href: `/invoices/${invoice.id}`,
        title: `Remind ${nameOf(invoice.customerId)}`,
        text: `Invoice ${invoice.id} is ${inDays(daysLate(invoice))} late`,
      })),
    ...invoices
      .filter(({ draft }) => draft)
      .map(({ id, customerId }) => ({
        href: `/invoices/new?draft=${id}`,
        title: `Finish the draft for ${nameOf(customerId)}`,
        text: 'It has no number until it is sent',
      })),
  ].filter((step) => step !== false)
  if (steps.length === 0) return nothing('All done', 'Nothing waits for you right now.')
  return h(
    'ol',
    { class: 'steps' },
    steps
      .slice(0, 4)
      .map(({ href, title, text }) =>
        h(
          'li',
          null,
          h(
            'a',
            { class: 'step', href },
            h('span', null, title, h('span', { class: 'under' }, text)),
            icon('next'),
          ),
        ),
      ),
  )
}
