import { addDays, today } from '../days.js'
import { h } from '../element.js'
import { noVatReasons, totals } from '../ledger/invoice.js'
import { money } from '../money.js'
import { openDialog } from '../parts/dialog.js'
import { field } from '../parts/field.js'
import { helpLink } from '../parts/help.js'
import { invoicePaper } from '../parts/invoice-paper.js'
import { card, pageHead } from '../parts/page.js'
import { toast } from '../parts/toast.js'
import { standAt } from '../router.js'
import { lineEditor } from './line-editor.js'
import { sendNow } from './send-now.js'

/** @typedef {import('../ledger/invoice.js').Invoice} Invoice */

/** @type {import('./pages.js').PageFunction} */
export function newInvoicePage({ ledger, place, refresh }) {
  const { settings, customers } = ledger.books()
  const known = ledger.invoice(place.query.get('draft') ?? '')
  const terms = Number(settings.payments?.terms ?? 30)
  const usualVat = settings.vat?.registered ? Number(settings.vat.rate) : null
  /** @type {Invoice} */
  let invoice = known?.draft
    ? known
    : {
        id: '',
        customerId: '',
        lines: [{ what: '', quantity: 1, unit: 'h', price: 0, vat: usualVat }],
        noVatReason: usualVat === null ? 'not-registered' : 'reverse-charge',
        issuedOn: today(),
        dueOn: addDays(today(), terms),
        draft: true,
        payments: [],
        history: [],
      }
  const sums = h('dl', { class: 'totals', 'aria-live': 'polite' })
  const kept = h('p', { class: 'kept', role: 'status' })
  const reason = h('div', { class: 'no-vat' })
  const customerChoice = Object.values(customers).map(
    ({ id, name }) => /** @type {const} */ ([id, name]),
  )
  const form = h(
    'form',
    { class: 'stack', onsubmit: send, novalidate: true },
    card(
      'Who and when',
      {},
      h(
        'div',
        { class: 'fields' },
        field({
          ...{ label: 'Customer', name: 'customer', value: invoice.customerId },
          options: [['', 'Choose a customer'], ...customerChoice, ['new', 'New customer…']],
          more: { onchange: chooseCustomer, required: true },
          width: 'wide',
        }),
        field({
          ...{ label: 'Due date', name: 'due', type: 'date', value: invoice.dueOn },
          more: { onchange: (/** @type {Event} */ event) => change({ dueOn: textOf(event) }) },
        }),
        field({
          ...{ label: 'Their reference', name: 'reference', value: invoice.reference ?? '' },
          help: 'Larger companies often cannot pay without one.',
          more: { oninput: (/** @type {Event} */ event) => change({ reference: textOf(event) }) },
        }),
      ),
    ),
    card(
      'Lines',
      {},
      lineEditor({
        lines: invoice.lines,
        currency: ledger.currency,
        rates: ledger.country === 'UA' ? [20, 7] : [25, 12, 6],
        usualVat,
        onChange: (lines) => change({ lines }),
      }),
      reason,
    ),
    card(
      'Message',
      {},
      h(
        'div',
        { class: 'fields' },
        field({
          ...{ label: 'A few words above the lines', name: 'message', rows: 3, width: 'wide' },
          value: invoice.message ?? '',
          more: { oninput: (/** @type {Event} */ event) => change({ message: textOf(event) }) },
        }),
      ),
    ),
  )
  drawSums()
  drawReason()
  return {
    title: 'New invoice',
    kind: 'new-invoice',
    content: [
      pageHead('New invoice', { back: { href: '/invoices', text: 'Invoices' }, beside: kept }),
      h(
        'div',
        { class: 'columns' },
        form,
        h(
          'div',
          { class: 'stack sticky' },
          h(
            'section',
            { class: 'card money', 'aria-label': 'Totals' },
            sums,
            h(
              'div',
              { class: 'money-actions' },
              h(
                'button',
                { type: 'button', class: 'button', id: 'preview', onclick: preview },
                'Preview',
              ),
              h(
                'button',
                { type: 'button', class: 'button main', id: 'send', onclick: send },
                'Send',
              ),
            ),
          ),
          h(
            'p',
            { class: 'aside-help' },
            helpLink('Sending your first invoice', 'send-your-first-invoice'),
          ),
        ),
      ),
    ],
  }

  /** Keeps the draft as it is written. @param {Partial<Invoice>} changes */
  function change(changes) {
    invoice = { ...invoice, ...changes }
    const id = ledger.saveDraft(invoice)
    if (id !== invoice.id) standAt(`/invoices/new?draft=${id}`)
    invoice = { ...invoice, id }
    kept.textContent = 'Draft saved'
    drawSums()
    if ('lines' in changes) drawReason()
  }

  function drawSums() {
    const { net, vat, total } = totals(invoice.lines)
    const row = (/** @type {string} */ name, /** @type {number} */ sum, kind = '') =>
      h('div', { class: kind }, h('dt', null, name), h('dd', null, money(sum, ledger.currency)))
    sums.replaceChildren(
      row('Before VAT', net),
      ...vat.map(({ rate, amount }) => row(`VAT ${rate}%`, amount)),
      row('To pay', total, 'total'),
    )
  }

  function drawReason() {
    const needed = invoice.lines.some(({ vat }) => vat === null)
    if (!needed) return reason.replaceChildren()
    if (reason.firstChild) return undefined
    return reason.replaceChildren(
      field({
        ...{ label: 'Reason for no VAT', name: 'reason', value: invoice.noVatReason ?? '' },
        options: Object.entries(noVatReasons).map(([key, { name }]) => [key, name]),
        help: 'It is printed on the invoice.',
        more: { onchange: (/** @type {Event} */ event) => change({ noVatReason: textOf(event) }) },
      }),
      helpLink('When may I leave out VAT?', 'invoice-without-vat'),
    )
  }

  /** @param {Event} event */
  function chooseCustomer(event) {
    const id = textOf(event)
    if (id === 'new') return newCustomer()
    const theirTerms = customers[id]?.terms ?? terms
    const dueOn = addDays(today(), theirTerms)
    change({ customerId: id, dueOn })
    const due = form.querySelector('input[name="due"]')
    if (due instanceof HTMLInputElement) due.value = dueOn
  }

  function newCustomer() {
    openDialog(
      {
        title: 'New customer',
        confirm: 'Add',
        onConfirm({ name = '', email = '' }) {
          const facts = { contact: name, address: [], country: ledger.country, terms }
          change({ customerId: ledger.addCustomer({ name, email, ...facts }) })
        },
      },
      field({ label: 'Name', name: 'name', more: { required: true, autocomplete: 'off' } }),
      field({
        label: 'Email',
        name: 'email',
        type: 'email',
        more: { required: true, autocomplete: 'off' },
      }),
    ).addEventListener('close', () => {
      refresh()
      document.querySelector(/** @type {'select'} */ ('main select'))?.focus()
    })
  }

  function preview() {
    const settingsOf = { title: 'Preview', confirm: 'Send a test to me', wide: true }
    const onConfirm = () => toast(`A test is on its way to ${ledger.owner.email}.`)
    openDialog({ ...settingsOf, onConfirm }, invoicePaper(invoice, ledger))
  }

  /** @param {Event} event */
  function send(event) {
    event.preventDefault()
    const missing = whatIsMissing(invoice, form)
    if (!missing) return sendNow(ledger.saveDraft(invoice), ledger)
    missing.input?.focus()
    toast(missing.text)
  }
}

/**
 * @param {Invoice} invoice
 * @param {HTMLFormElement} form
 */
function whatIsMissing(invoice, form) {
  const input = (/** @type {string} */ name) =>
    /** @type {HTMLInputElement | null} */ (form.querySelector(`[name="${name}"]`))
  if (!invoice.customerId) return { text: 'Choose a customer first.', input: input('customer') }
  if (invoice.lines.length === 0) return { text: 'Add a line first.', input: null }
  if (invoice.lines.some(({ what }) => what.trim() === '')) {
    return { text: 'Say what each line is for.', input: input('what') }
  }
  if (totals(invoice.lines).total <= 0) {
    return { text: 'The sum must be more than nothing.', input: input('price') }
  }
  return undefined
}

/** @param {Event} event */
const textOf = ({ target }) => /** @type {HTMLInputElement} */ (target).value
