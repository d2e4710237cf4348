import { allOf } from '../../foundation/all-of.js'
import { givenAddresses } from '../given-addresses.js'
import type { Transaction } from '../storage.js'
import type { Trace } from '../trace.js'
import type { Mail } from './mail.js'

export const mailTrace: Trace = {
  async ofTicket(tx, { id }) {
    return leftOf(tx, await allOf((after) => tx.mails.list('ticket', id, { limit: 1_000, after })))
  },

  /** What was written to their addresses about no ticket: codes and links. */
  async ofCustomer(tx, customer) {
    const found = givenAddresses(customer).map((to) =>
      allOf((after) => tx.mails.list('to', to, { limit: 1_000, after })),
    )
    const mails = (await Promise.all(found)).flat()
    return leftOf(
      tx,
      mails.filter((mail) => mail.site === customer.site && !('ticketId' in mail.matter)),
    )
  },
}

const leftOf = (tx: Transaction, mails: readonly Mail[]) => ({
  told: mails.map(({ site, to, matter, dueAt, isSent }) => ({ site, to, matter, dueAt, isSent })),
  erase: () => {
    for (const { id } of mails) tx.mails.delete(id)
  },
})
