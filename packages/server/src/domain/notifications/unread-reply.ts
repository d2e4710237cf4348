import type { Transaction } from '../storage.js'

interface Answered {
  readonly id: string
  readonly unread?: readonly number[]
}

/** Messages among which the reply is looked for: colleagues may have written after it. */
const LATEST = 20

/** The last reply that the requester has not read: its number, and the message where it is near. */
export async function lastUnread(tx: Transaction, { id, unread }: Answered) {
  const number = unread?.at(-1)
  if (number === undefined) return undefined
  const { items } = await tx.messages.list('ticket', id, {
    limit: LATEST,
    direction: 'descending',
  })
  return { number, message: items.find((message) => message.number === number) }
}
