import type { Clock } from '../../foundation/clock.js'
import type { Storage, Transaction } from '../storage.js'
import { endOf, type Mail, type MailMatter, mostOf, nextTurn, retried, sent } from './mail.js'

export interface NewMail {
  /** Made of what it is about, so that work that runs twice writes it once. */
  readonly id: string
  readonly site: string
  /** As `addressOf` has it. */
  readonly to: string
  readonly isProven: boolean
  readonly locale: string | null
  readonly matter: MailMatter
  readonly at: Date
  /** Milliseconds until it goes. */
  readonly delay?: number
  /** Waits for its turn where an address has had its share; otherwise it is not written at all. */
  readonly canWait?: boolean
}

/** How many are taken at a time. */
const BATCH = 20

/** Mails that wait to be sent. They are written with what causes them, and go after the commit. */
export function createOutbox({ storage, clock }: { storage: Storage; clock: Clock }) {
  return {
    /**
     * Reads first and returns what writes the mail, because all reads of a transaction precede its
     * writes; `undefined` where the address has had its share.
     */
    async write(tx: Transaction, draft: NewMail): Promise<(() => void) | undefined> {
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
    },

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

    /** Notes that a mail has gone, or that there was nothing to say; `false` where its reader has. */
    settle(mail: Mail): Promise<boolean> {
      const at = clock.now()
      return change(mail, (found) => sent(found, at))
    },

    /** Notes that a mail could not go; one that is too old is given up. */
    async postpone(mail: Mail): Promise<void> {
      const at = clock.now()
      await change(mail, (found) => {
        const next = retried(found, at)
        return next.dueAt < found.expiresAt ? next : undefined
      })
    },
  }

  /** What is gone by now, as its reader was erased, stays gone: `false`. */
  function change({ id }: Mail, step: (found: Mail) => Mail | undefined): Promise<boolean> {
    return storage.transaction(async (tx) => {
      const found = await tx.mails.find(id)
      const next = found && step(found)
      if (next) tx.mails.save(next)
      else if (found) tx.mails.delete(id)
      return found !== undefined
    })
  }
}

export type Outbox = ReturnType<typeof createOutbox>
