import { addDays, today } from '../days.js'
import { people } from '../people.js'
import { ada } from './ada.js'
import { leftOf, paidOf } from './invoice.js'
import { nils } from './nils.js'
import { oleh } from './oleh.js'

/**
 * @typedef {import('./invoice.js').Invoice} Invoice
 * @typedef {import('./seed.js').Books} Books
 * @typedef {keyof typeof people} PersonId
 */

/** How long a sent invoice can still be taken back. */
const HOLD = 60_000

/** @type {Record<PersonId, Books>} */
const samples = { ada, elin: ada, oleh, nils }

/**
 * The books of one person, with everything that can be done to them. Changes last as long as the
 * tab; a new one begins with the samples.
 *
 * @param {PersonId} person
 */
export function openLedger(person) {
  const key = `tidemark.books.${person}.${today()}`
  /** @type {Books} */
  let books = restored(key) ?? samples[person]
  const { currency, country } = people[person]

  return {
    currency,
    country,
    owner: people[person],
    books: () => books,
    /** @param {string} id */
    invoice: (id) => books.invoices.find((invoice) => invoice.id === id),
    /** @param {string} id */
    customer: (id) => books.customers[id],

    /** Keeps a draft; gives its id. @param {Invoice} draft */
    saveDraft(draft) {
      const id = draft.id === '' ? nextDraftId() : draft.id
      const others = books.invoices.filter((invoice) => invoice.id !== id)
      keep({ invoices: [{ ...draft, id, draft: true }, ...others] })
      return id
    },

    /** @param {string} id */
    deleteDraft(id) {
      keep({ invoices: books.invoices.filter((invoice) => invoice.id !== id) })
    },

    /** Gives the draft its number and holds it for a minute. @param {string} draftId */
    send(draftId) {
      const id = String(books.nextNumber)
      const now = new Date()
      change(draftId, (invoice) => ({
        ...invoice,
        ...{ id, draftId, draft: false, issuedOn: today() },
        heldUntil: new Date(now.getTime() + HOLD).toISOString(),
        history: [{ at: now.toISOString(), text: `Sent to ${emailOf(invoice)}` }],
      }))
      keep({ nextNumber: books.nextNumber + 1 })
      return id
    },

    /** @param {string} id */
    undoSend(id) {
      // The number goes back only while it is the last: the series has no gaps and no twins.
      if (Number(id) === books.nextNumber - 1) keep({ nextNumber: Number(id) })
      let draftId = id
      change(id, ({ heldUntil, draftId: former, ...invoice }) => {
        draftId = former ?? nextDraftId()
        return { ...invoice, id: draftId, draft: true, history: [] }
      })
      return draftId
    },

    /** @param {string} id */
    remind(id) {
      change(id, (invoice) => ({ ...invoice, remindedOn: today() }), 'Reminder sent by hand')
    },

    /** @param {string} id */
    togglePause(id) {
      const paused = books.invoices.find((invoice) => invoice.id === id)?.remindersPaused
      const text = paused ? 'Reminders started again' : 'Reminders paused'
      change(id, (invoice) => ({ ...invoice, remindersPaused: !paused }), text)
    },

    /**
     * @param {string} id
     * @param {string} dueOn
     */
    changeDueDate(id, dueOn) {
      change(id, (invoice) => ({ ...invoice, dueOn }), 'Due date changed')
    },

    /**
     * @param {string} id
     * @param {number} amount
     * @param {string} by
     */
    recordPayment(id, amount, by = 'bank transfer') {
      const paid = (/** @type {Invoice} */ invoice) => ({
        ...invoice,
        payments: [...invoice.payments, { on: today(), amount, by }],
      })
      change(id, paid, `Paid by ${by}`, 'good')
    },

    /**
     * The credit note takes the next number of the series.
     *
     * @param {string} id
     * @param {string} reason
     */
    credit(id, reason) {
      const note = books.nextNumber
      const text = `Credit note ${note}${reason ? `: ${reason}` : ''}`
      change(id, (invoice) => ({ ...invoice, credited: true }), text)
      keep({ nextNumber: note + 1 })
      return note
    },

    /** @param {string} id */
    refund(id) {
      const empty = (/** @type {Invoice} */ invoice) => ({ ...invoice, payments: [] })
      change(id, empty, 'Refunded, on its way to the customer')
    },

    /** A draft with the same lines; gives its id. @param {Invoice} invoice */
    copy(invoice) {
      const terms = books.customers[invoice.customerId]?.terms ?? 30
      const { customerId, lines, noVatReason, reference, message } = invoice
      return this.saveDraft({
        ...{ id: '', customerId, lines, noVatReason, reference, message },
        issuedOn: today(),
        dueOn: addDays(today(), terms),
        payments: [],
        history: [],
      })
    },

    /**
     * @param {string} customerId
     * @param {string} email
     */
    correctEmail(customerId, email) {
      const customer = books.customers[customerId]
      if (customer)
        keep({ customers: { ...books.customers, [customerId]: { ...customer, email } } })
    },

    /** @param {string} id */
    sendAgain(id) {
      const text = `Sent again to ${emailOf(books.invoices.find((one) => one.id === id))}`
      change(id, (invoice) => ({ ...invoice, bounced: false }), text)
    },

    /** @param {string} paymentId */
    match(paymentId) {
      const payment = books.unmatched.find(({ id }) => id === paymentId)
      if (!payment) return
      this.dismissPayment(paymentId)
      const invoice = this.invoice(payment.suggests)
      if (invoice) this.recordPayment(invoice.id, Math.min(payment.amount, leftOf(invoice)))
    },

    /** @param {string} paymentId */
    dismissPayment(paymentId) {
      keep({ unmatched: books.unmatched.filter(({ id }) => id !== paymentId) })
    },

    /** @param {Omit<import('./seed.js').Customer, 'id'>} customer */
    addCustomer(customer) {
      const id = `c-${Object.keys(books.customers).length + 1}`
      keep({ customers: { ...books.customers, [id]: { ...customer, id } } })
      return id
    },

    /**
     * @param {string} section
     * @param {Record<string, string | boolean>} values
     */
    saveSettings(section, values) {
      const settings = { ...books.settings, [section]: { ...books.settings[section], ...values } }
      keep({ settings })
    },
  }

  /** @param {Partial<Books>} changes */
  function keep(changes) {
    books = { ...books, ...changes }
    try {
      sessionStorage.setItem(key, JSON.stringify(books))
    } catch {
      // Storage may be forbidden: the books then last as long as the page.
    }
  }

  /**
   * @param {string} id
   * @param {(invoice: Invoice) => Invoice} alter
   * @param {string} [text] for History
   * @param {'good' | 'bad'} [tone]
   */
  function change(id, alter, text, tone) {
    const entry = text ? [{ at: new Date().toISOString(), text, ...(tone && { tone }) }] : []
    const invoices = books.invoices.map((invoice) => {
      if (invoice.id !== id) return invoice
      const altered = alter(invoice)
      return { ...altered, history: [...altered.history, ...entry] }
    })
    keep({ invoices })
  }

  function nextDraftId() {
    const taken = books.invoices.map(({ id }) => Number(id.match(/^draft-(\d+)$/)?.[1] ?? 0))
    return `draft-${Math.max(0, ...taken) + 1}`
  }

  /** @param {Invoice | undefined} invoice */
  function emailOf(invoice) {
    return books.customers[invoice?.customerId ?? '']?.email ?? 'the customer'
  }
}

/** @typedef {ReturnType<typeof openLedger>} Ledger */

/**
 * Whether a card or wallet was used, so that the money can go back the same way.
 *
 * @param {Invoice} invoice
 */
export const canRefund = (invoice) =>
  paidOf(invoice) > 0 && invoice.payments.every(({ by }) => by !== 'bank transfer')

/**
 * @param {string} key
 * @returns {Books | undefined}
 */
function restored(key) {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}
