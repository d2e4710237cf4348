import { type Leases, ownLeases } from '../domain/leases/leases.js'
import type { Mail } from '../domain/notifications/mail.js'
import type { Letter, Mailer } from '../domain/notifications/mailer.js'
import type { Occasion } from '../domain/notifications/occasion.js'
import type { Occasions } from '../domain/notifications/occasions.js'
import type { Outbox } from '../domain/notifications/outbox.js'
import type { Storage } from '../domain/storage.js'
import type { Clock } from '../foundation/clock.js'
import type { Logger } from '../foundation/logger.js'
import { holdLease } from './hold-lease.js'

export interface PostMailsDeps {
  storage: Storage
  clock: Clock
  leases: Leases
  outbox: Outbox
  occasions: Occasions
  mailer: Mailer
  writeLetter(mail: Mail, occasion: Occasion, at: Date): Letter
  /** Removes what is still kept of mails that are in the outbox no more. */
  prune(): Promise<void>
  log: Logger
}

/** Milliseconds between two looks for mails whose time is over. */
const PRUNE_EVERY = 3_600_000
/** Milliseconds that a mailer may take over one mail; by then it hangs, and others wait behind it. */
const DEADLINE = 30_000
/** Milliseconds that a stop waits for mails that are under way; what was not noted goes again. */
const GRACE = 5_000
/** Milliseconds after which the outbox is read again, whatever has happened. */
const PATIENCE = 60_000

/**
 * Sends what stands in the outbox, at least once: a server that dies between sending and noting it
 * sends again. Of many nodes one does it. Commits wake it, and a clock for what is due later.
 */
export async function postMails(deps: PostMailsDeps) {
  const { storage, clock, leases, outbox, occasions, mailer, writeLetter, prune, log } = deps
  let working: Promise<void> | undefined
  let again = false
  let isClosed = false
  let prunedAt = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const onError = (error: unknown) => log.error('mail', { reason: reasonOf(error) })
  // Where nobody else can come there is no lease to hold.
  const lease =
    leases === ownLeases ? undefined : await holdLease({ leases, name: 'mail', onError })
  lease?.onChange((isHeld) => isHeld && wake())
  const unsubscribe = storage.onEvents(wake)
  wake()

  return {
    /** Resolves when everything that is due by now has been tried once. */
    async caughtUp(): Promise<void> {
      wake()
      while (working) await working
    },
    async close(): Promise<void> {
      isClosed = true
      unsubscribe()
      clearTimeout(timer)
      if (working) await within(GRACE, working).catch(onError)
      await lease?.close()
    },
  }

  function wake(): void {
    again = true
    if (isClosed || working) return
    working = work().finally(() => {
      working = undefined
      if (again) wake()
    })
  }

  async function work(): Promise<void> {
    clearTimeout(timer)
    let wait = PATIENCE
    try {
      while (again && !isClosed) {
        again = false
        wait = await round()
      }
    } catch (error) {
      again = false
      onError(error)
    }
    if (!isClosed) timer = setTimeout(wake, wait).unref()
  }

  /** Everything that is due; returns how long it is until there is more. */
  async function round(): Promise<number> {
    for (;;) {
      await pruneAtTimes()
      if (isClosed || lease?.isHeld() === false) return PATIENCE
      const { mails, next } = await outbox.due()
      await Promise.all(mails.map(post))
      if (mails.length > 0) continue
      const wait = next ? next.getTime() - clock.now().getTime() : PATIENCE
      return Math.min(Math.max(wait, 0), PATIENCE)
    }
  }

  /** On every node: each has sent at some time. */
  async function pruneAtTimes(): Promise<void> {
    const now = clock.now().getTime()
    if (now - prunedAt < PRUNE_EVERY) return
    prunedAt = now
    await prune()
  }

  async function post(mail: Mail): Promise<void> {
    const { site, matter } = mail
    const { kind } = matter
    const now = clock.now()
    let occasion: Occasion | undefined
    try {
      const isOver = mail.expiresAt <= now.toISOString()
      occasion = isOver ? undefined : await occasions.of(mail)
      if (occasion) {
        await within(DEADLINE, mailer.send(writeLetter(mail, occasion, now)))
        log.info('mail', { kind, site })
      }
    } catch (error) {
      // Also where it cannot be written: one such mail must not keep others from going.
      log.error('mail', { kind, site, tries: mail.tries + 1, reason: reasonOf(error) })
      return outbox.postpone(mail)
    }
    // Its reader may have been erased while it went: then it goes after them.
    if (!(await outbox.settle(mail, occasion))) await prune()
  }
}

/** Rejects where the work takes longer. */
async function within(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DOMException('', 'TimeoutError')), milliseconds)
  })
  await Promise.race([work, late]).finally(() => clearTimeout(timer))
}

/** Nothing of a mail: addresses stand in no log. */
const reasonOf = (error: unknown): string =>
  error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.name) : 'not an Error'
