import { longDay, shortDay } from '../days.js'
import { h } from '../element.js'
import { payoutsOf } from '../ledger/payouts.js'
import { money } from '../money.js'
import { helpLink, supportLink } from '../parts/help.js'
import { nothing, pageHead } from '../parts/page.js'
import { toast } from '../parts/toast.js'

/** @type {import('./pages.js').PageFunction} */
export function paymentsPage(context, part) {
  const { ledger } = context
  const { unmatched, invoices } = ledger.books()
  const isUnmatched = part === 'unmatched'
  const tabs = [
    { href: '/payments', name: 'Payouts', current: !isUnmatched, count: undefined },
    {
      href: '/payments/unmatched',
      name: 'Unmatched',
      current: isUnmatched,
      count: unmatched.length,
    },
  ]
  return {
    title: isUnmatched ? 'Unmatched payments' : 'Payments',
    content: [
      pageHead('Payments'),
      h(
        'nav',
        { class: 'filters', 'aria-label': 'Payments' },
        tabs.map(({ href, name, current, count }) =>
          h(
            'a',
            { class: 'filter', href, 'aria-current': current && 'page' },
            name,
            count !== undefined && h('span', { class: 'filter-count' }, count),
          ),
        ),
      ),
      isUnmatched
        ? unmatchedList(context)
        : payoutList(payoutsOf(invoices, ledger.country), ledger.currency),
      h(
        'p',
        { class: 'page-help' },
        isUnmatched
          ? helpLink('Why was a payment not matched?', 'match-bank-payments')
          : helpLink('When does a payout arrive?', 'when-payouts-arrive'),
      ),
    ],
  }
}

/**
 * @param {ReturnType<typeof payoutsOf>} payouts
 * @param {string} currency
 */
function payoutList(payouts, currency) {
  return h(
    'section',
    { class: 'card', 'aria-label': 'Payouts' },
    payouts.length === 0
      ? nothing(
          'No payouts yet',
          'Payments by card and wallet gather here on their way to your bank.',
        )
      : h(
          'table',
          { class: 'rows' },
          h('caption', { class: 'unseen' }, 'Payouts'),
          h(
            'thead',
            null,
            h(
              'tr',
              null,
              h('th', { scope: 'col' }, 'Payout'),
              h('th', { scope: 'col', class: 'wide-only' }, 'For'),
              h('th', { scope: 'col', class: 'wide-only' }, 'Status'),
              h('th', { scope: 'col', class: 'wide-only figure' }, 'Fee'),
              h('th', { scope: 'col', class: 'figure' }, 'Sum'),
              h('th', { scope: 'col' }, h('span', { class: 'unseen' }, 'Help')),
            ),
          ),
          h(
            'tbody',
            null,
            payouts.map((payout) => payoutRow(payout, currency)),
          ),
        ),
  )
}

/**
 * @param {ReturnType<typeof payoutsOf>[number]} payout
 * @param {string} currency
 */
function payoutRow({ reference, sentOn, invoiceId, by, cost, sum, status }, currency) {
  /** @type {import('../support.js').Prefill} */
  const prefill = {
    subject: `Payout ${reference}`,
    kind: 'question',
  }
  return h(
    'tr',
    null,
    h('td', null, longDay(sentOn), h('span', { class: 'under' }, reference)),
    h(
      'td',
      { class: 'wide-only' },
      h('a', { class: 'link', href: `/invoices/${invoiceId}` }, `Invoice ${invoiceId}`),
      h('span', { class: 'under' }, `By ${by}`),
    ),
    h(
      'td',
      { class: 'wide-only' },
      h('span', { class: `tag ${status === 'Sent' ? 'paid' : 'waiting'}` }, status),
    ),
    h(
      'td',
      { class: 'wide-only figure soft' },
      h('span', { class: 'sum-figure' }, money(cost, currency)),
    ),
    h('td', { class: 'figure' }, h('span', { class: 'sum-figure' }, money(sum, currency))),
    h(
      'td',
      { class: 'figure' },
      supportLink(['Ask', h('span', { class: 'unseen' }, ` about ${reference}`)], prefill),
    ),
  )
}

/** @param {import('./pages.js').PageContext} context */
function unmatchedList({ ledger, refresh }) {
  const { unmatched, settings } = ledger.books()
  const connect = h('a', { class: 'button main', href: '/settings/bank' }, 'Connect bank')
  if (!settings.bank?.connected) {
    return h(
      'section',
      { class: 'card' },
      nothing(
        'Your bank is not connected',
        'Connect it, and invoices turn paid by themselves when the reference and the amount agree.',
        connect,
      ),
    )
  }
  return h(
    'section',
    { class: 'card', 'aria-label': 'Unmatched payments' },
    unmatched.length === 0
      ? nothing(
          'Everything is matched',
          'Payments that Tidemark is not sure about will stand here.',
        )
      : h(
          'ul',
          { class: 'unmatched' },
          unmatched.map((payment) => {
            const customerId = ledger.invoice(payment.suggests)?.customerId ?? ''
            const name = ledger.customer(customerId)?.name
            const match = () => {
              ledger.match(payment.id)
              toast(`Invoice ${payment.suggests} is paid.`)
              refresh()
            }
            const dismiss = () => {
              ledger.dismissPayment(payment.id)
              toast('Put aside as not an invoice.')
              refresh()
            }
            return h(
              'li',
              { class: 'unmatched-item' },
              h(
                'div',
                null,
                h('strong', null, money(payment.amount, ledger.currency)),
                h(
                  'span',
                  { class: 'under' },
                  `${shortDay(payment.on)} · ${payment.from} · “${payment.note}”`,
                ),
              ),
              h(
                'div',
                { class: 'unmatched-guess' },
                'Probably ',
                h(
                  'a',
                  { class: 'link', href: `/invoices/${payment.suggests}` },
                  `invoice ${payment.suggests}`,
                ),
                `, ${name}`,
              ),
              h(
                'div',
                { class: 'unmatched-actions' },
                h(
                  'button',
                  { type: 'button', class: 'button', onclick: dismiss },
                  'Not an invoice',
                ),
                h('button', { type: 'button', class: 'button main', onclick: match }, 'Match'),
              ),
            )
          }),
        ),
  )
}
