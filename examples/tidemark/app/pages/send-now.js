import { h } from '../element.js'
import { toastRegion } from '../parts/toast.js'
import { goTo } from '../router.js'
import { tellSupport } from '../support.js'

/**
 * Sends a draft and goes to the invoice that it became. For a minute it can be taken back, from
 * any page.
 *
 * @param {string} draftId
 * @param {import('../ledger/ledger.js').Ledger} ledger
 */
export function sendNow(draftId, ledger) {
  const id = ledger.send(draftId)
  void tellSupport('invoice.sent')
  const customer = ledger.customer(ledger.invoice(id)?.customerId ?? '')
  const undo = () => {
    note.remove()
    goTo(`/invoices/new?draft=${ledger.undoSend(id)}`)
  }
  const note = h(
    'p',
    { class: 'toast' },
    `Invoice ${id} goes to ${customer?.name} in a minute.`,
    h('button', { type: 'button', class: 'toast-action', onclick: undo }, 'Undo'),
  )
  toastRegion().replaceChildren(note)
  setTimeout(() => note.remove(), 60_000)
  goTo(`/invoices/${id}`)
}
