import { allOf } from '../../foundation/all-of.js'
import type { Transaction } from '../storage.js'
import type { Customer, Trace } from '../trace.js'
import { learntBy } from './handing-over.js'

// All but what is named is told: what is added to a record later belongs into an export as well.

export const progressTrace: Trace = {
  async ofCustomer(tx, customer) {
    const records = (await learntAs(tx, customer)).flatMap(({ progress }) => progress)
    return {
      told: records.map(({ origins, ...told }) => told),
      erase: () => {
        for (const { id } of records) tx.progress.delete(id)
      },
    }
  },
}

export const attemptTrace: Trace = {
  async ofCustomer(tx, customer) {
    const records = (await learntAs(tx, customer)).flatMap(({ attempts }) => attempts)
    return {
      told: records.map(({ origins, ...told }) => told),
      erase: () => {
        for (const { id } of records) tx.attempts.delete(id)
      },
    }
  },
}

/** Under their name, and in each browser in which they had none. */
async function learntAs(tx: Transaction, { id, site }: Customer) {
  const sessions = await allOf((after) => tx.sessions.list('customer', id, { limit: 1_000, after }))
  const ids = [id, ...sessions.map((session) => session.id)]
  return Promise.all(ids.map((learnerId) => learntBy(tx, { site, id: learnerId })))
}
