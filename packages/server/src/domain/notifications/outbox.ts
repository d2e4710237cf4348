import type { Clock } from '../../foundation/clock.js'
import type { Storage, Transaction } from '../storage.js'
import { endOf, type Mail, mostOf, nextTurn, retried, sent } from './mail.js'
import type { NewMail } from './new-mail.js'
import { noticeOf } from './notice.js'
import type { Occasion } from './occasion.js'
import { lastUnread } from './unread-reply.js'

/** How many are taken at a time. */
const BATCH = 20

/** Mails that wait to be sent. They are written with what causes them, and go after the commit. */
export function createOutbox({ storage, clock }: { storage: Storage; clock: Clock }) {
  return {
    write,

    /** What is to go now, and when there is more; `undefined` where nothing waits. */
    async due(): Promise<{ mails: readonly Mail[]; next: Date | undefined }> {
      const now = clock.now().toISOString()
      const { items } = await storage.transaction((tx) =>
        tx.mails.list('waiting', '', { limit: BATCH }),
      )
      const later = items.find(({ dueAt }) => dueAt > now)
      const mails = items.filter(({ dueAt }) => dueAt <= now)
      return { mails, next: later && new Date(later.dueAt) }
    },

    /** Which of these mails are kept, sent or not. */
    isKept(ids: readonly string[]): Promise<readonly boolean[]> {
      return storage.transaction((tx) =>
        Promise.all(ids.map(async (id) => (await tx.mails.find(id)) !== undefined)),
      )
    },

    /** Notes that a mail has gone with what it says, if anything; `false` where its reader has. */
    settle({ id }: Mail, occasion: Occasion | undefined): Promise<boolean> {
      const at = clock.now()
      return storage.transaction(async (tx) => {
        const found = await tx.mails.find(id)
        // Another node may have been faster.
        if (!found || found.isSent) return found !== undefined
        const tellMore = await untold(tx, found, occasion)
        tx.mails.save(sent(found, at))
        tellMore?.()
        return true
      })
    },

    /** Notes that a mail could not go; one that is too old is given up. */
    async postpone({ id }: Mail): Promise<void> {
      const at = clock.now()
      await storage.transaction(async (tx) => {
        const found = await tx.mails.find(id)
        // Its reader may have been erased.
        if (!found || found.isSent) return
        const next = retried(found, at)
        if (next.dueAt < found.expiresAt) return tx.mails.save(next)
        const tellMore = await untold(tx, found, undefined)
        tx.mails.delete(id)
        tellMore?.()
      })
    },
  }

  /**
   * Reads first and returns what writes the mail, because all reads of a transaction precede its
   * writes; `undefined` where the address has had its share.
   */
  async function write(tx: Transaction, draft: NewMail): Promise<(() => void) | undefined> {
    const { id, at, site, to, isProven, locale, matter, delay = 0, canWait = false } = draft
    const most = mostOf(draft)
    const latest = await tx.mails.list('to', to, { limit: most, direction: 'descending' })
    const turn = nextTurn(latest.items, most, at)
    if (turn > at && !canWait) return undefined
    const dueAt = new Date(Math.max(turn.getTime(), at.getTime() + delay))
    const mail: Mail = {
      ...{ id, site, to, isProven, locale, matter, tries: 0, isSent: false },
      createdAt: at.toISOString(),
      dueAt: dueAt.toISOString(),
      expiresAt: endOf(matter, dueAt),
    }
    return () => {
      tx.mails.save(mail)
      tx.events.add({ kind: 'mail.written', site, mailId: id })
    }
  }

  /**
   * A reply that finds a notice waiting writes none. What came after the one that this notice was
   * written for, and too late to be told by it, has a mail of its own when this one is done with.
   */
  async function untold(tx: Transaction, { id, matter }: Mail, occasion: Occasion | undefined) {
    if (matter.kind !== 'ticket-replied') return undefined
    const told = occasion?.kind === 'ticket-replied' ? occasion.number : 0
    const ticket = await tx.tickets.find(matter.ticketId)
    if (!ticket) return undefined
    const last = await lastUnread(tx, ticket)
    if (!last?.message || last.number <= told) return undefined
    const notice = await noticeOf(tx, ticket, last.message)
    return notice && notice.id !== id ? write(tx, notice) : undefined
  }
}

export type Outbox = ReturnType<typeof createOutbox>
