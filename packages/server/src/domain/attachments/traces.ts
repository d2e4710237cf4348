import { allOf } from '../../foundation/all-of.js'
import type { Transaction } from '../storage.js'
import type { Left, Trace } from '../trace.js'
import { type Attachment, ended, MOST_WAITING } from './attachment.js'

/** Files, and what is known of them. The bytes go with the next sweep, which who erases asks for. */
export const attachmentTrace: Trace = {
  /** With what waits for a message of whoever has a token of the ticket. */
  async ofTicket(tx, { id }) {
    const found = await allOf((after) => tx.attachments.list('ticket', id, { limit: 1_000, after }))
    const waiting = await tx.attachments.list('waiting', id, { limit: MOST_WAITING })
    return leftOf(tx, [...found, ...waiting.items])
  },

  /** What they sent in tickets of others, and what waits for a message of theirs. */
  async ofCustomer(tx, { id }) {
    const messages = await allOf((after) => tx.messages.list('author', id, { limit: 1_000, after }))
    const sessions = await allOf((after) =>
      tx.sessions.list('customer', id, { limit: 1_000, after }),
    )
    const sent = messages.flatMap(({ attachments = [] }) => attachments)
    const files = await Promise.all(sent.map((file) => tx.attachments.find(file.id)))
    const waiting = await Promise.all(
      [id, ...sessions.map((session) => session.id)].map((holder) =>
        tx.attachments.list('waiting', holder, { limit: MOST_WAITING }),
      ),
    )
    const found = [
      ...files.filter((file) => file !== undefined),
      ...waiting.flatMap(({ items }) => items),
    ]
    return leftOf(tx, found)
  },
}

function leftOf(tx: Transaction, attachments: readonly Attachment[]): Left {
  const whole = attachments.filter(({ isWhole }) => isWhole)
  return {
    told: whole.map(({ file, ticketId, messageId }) => ({ ...file, ticketId, messageId })),
    files: whole.map(({ id }) => id),
    erase() {
      for (const attachment of attachments) tx.attachments.save(nameless(attachment))
    },
  }
}

/** As little as its sweep needs to know: nobody's file of so many bytes, which has ended. */
function nameless(attachment: Attachment): Attachment {
  const { id, site, file, createdAt } = attachment
  return {
    ...ended(attachment, new Date(createdAt)),
    file: { ...file, name: '' },
    ...{ id, site, ticketId: null, messageId: null, origin: null },
  }
}
