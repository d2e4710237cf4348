import { inDays, longDay, shortMoment, today } from '../days.js'
import { h } from '../element.js'
import { daysLate, leftOf, paidOf, statusOf, titleOf, totalOf } from '../ledger/invoice.js'
import { money } from '../money.js'
import { helpLink, supportLink } from '../parts/help.js'
import { fact, invoicePaper } from '../parts/invoice-paper.js'
import { card, notice, pageHead } from '../parts/page.js'
import { statusTag } from '../parts/status-tag.js'
import { invoiceActions, reminderDialog, sendAgainDialog } from './invoice-actions.js'
import { notFoundPage } from './not-found.js'

/** @type {import('./pages.js').PageFunction} */
export function invoicePage(context, id) {
  const { ledger } = context
  const invoice = ledger.invoice(id)
  if (!invoice) return notFoundPage()
  const title = titleOf(invoice)
  return {
    title,
    kind: 'invoice',
    content: [
      pageHead(title, {
        back: { href: '/invoices', text: 'Invoices' },
        beside: statusTag(statusOf(invoice)),
        actions: invoiceActions(invoice, context),
      }),
      news(invoice, context),
      h(
        'div',
        { class: 'columns' },
        invoicePaper(invoice, ledger),
        h(
          'div',
          { class: 'stack' },
          moneyCard(invoice, ledger),
          !invoice.draft && history(invoice),
          help(invoice),
        ),
      ),
    ],
  }
}

/**
 * What one has to know about this invoice before anything else.
 *
 * @param {import('../ledger/invoice.js').Invoice} invoice
 * @param {import('./pages.js').PageContext} context
 */
function news(invoice, context) {
  const { ledger } = context
  const email = ledger.customer(invoice.customerId)?.email ?? ''
  if (invoice.bounced) {
    return notice(
      'alert',
      'bad',
      'The email bounced',
      h('p', null, `${email} does not exist, or its mailbox is full. Correct it and send again.`),
      h(
        'div',
        { class: 'notice-actions' },
        h(
          'button',
          {
            ...{ type: 'button', class: 'button', id: 'correct' },
            onclick: () => sendAgainDialog(invoice, context),
          },
          'Correct the address',
        ),
        helpLink('Emails that do not arrive', 'email-not-arriving'),
      ),
    )
  }
  if (statusOf(invoice) !== 'overdue') return undefined
  const late = `${inDays(daysLate(invoice))} late`
  const reminded = invoice.remindedOn === today()
  return notice(
    'clock',
    'warn',
    late.charAt(0).toUpperCase() + late.slice(1),
    h('p', null, reminderText(invoice)),
    h(
      'div',
      { class: 'notice-actions' },
      h(
        'button',
        {
          ...{ type: 'button', class: 'button', id: 'remind', disabled: reminded },
          onclick: () => reminderDialog(invoice, context),
        },
        reminded ? 'Reminded today' : 'Send reminder',
      ),
      helpLink('Need help with reminders?', 'invoice-reminders'),
    ),
  )
}

/** @param {import('../ledger/invoice.js').Invoice} invoice */
function reminderText({ history, remindersPaused, remindedOn, dueOn }) {
  if (remindedOn === today()) return 'A reminder went out today. The next can go out tomorrow.'
  if (remindersPaused) return `It was due on ${longDay(dueOn)}. Reminders are paused.`
  const last = history.findLast(({ text }) => text.startsWith('Reminder sent'))
  const sent = last ? `The last reminder went out on ${longDay(last.at)}.` : 'No reminder was sent.'
  return `It was due on ${longDay(dueOn)}. ${sent}`
}

/**
 * @param {import('../ledger/invoice.js').Invoice} invoice
 * @param {import('../ledger/ledger.js').Ledger} ledger
 */
function moneyCard(invoice, { currency, customer }) {
  const who = customer(invoice.customerId)
  const left = leftOf(invoice)
  const paid = paidOf(invoice)
  return h(
    'section',
    { class: 'card money', 'aria-label': 'Payment' },
    h('p', { class: 'money-label' }, invoice.draft ? 'Sum' : 'Left to pay'),
    h('p', { class: 'money-sum' }, money(invoice.draft ? totalOf(invoice) : left, currency)),
    h(
      'dl',
      { class: 'facts' },
      who && fact('Customer', h('a', { class: 'link', href: `/customers/${who.id}` }, who.name)),
      who && fact('Contact', who.contact),
      fact('Due', longDay(invoice.dueOn)),
      paid > 0 && fact('Paid', money(paid, currency)),
    ),
  )
}

/** @param {import('../ledger/invoice.js').Invoice} invoice */
const history = ({ history: entries }) =>
  card(
    'History',
    {},
    h(
      'ol',
      { class: 'history' },
      entries.map(({ at, text, tone = 'plain' }) =>
        h(
          'li',
          { class: `entry ${tone}` },
          h('span', null, text),
          h('time', { class: 'under', datetime: at }, shortMoment(at)),
        ),
      ),
    ),
  )

/** @param {import('../ledger/invoice.js').Invoice} invoice */
function help(invoice) {
  const about = invoice.draft ? 'A draft' : `Invoice ${invoice.id}`
  return h(
    'p',
    { class: 'aside-help' },
    supportLink('Ask us about this invoice', {
      subject: about,
      kind: 'question',
    }),
  )
}
