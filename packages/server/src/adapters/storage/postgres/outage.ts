import { setTimeout as pause } from 'node:timers/promises'
import { WaypostError } from '@waypost/sdk/contract'
import type { Logger } from '../../../foundation/logger.js'

/** How long an outage is waited out, before callers are told to come again: milliseconds. */
const PATIENCE = 5_000
const RETRY_AFTER_SECONDS = 5

export type Outage = ReturnType<typeof createOutage>

/** Whether the database can be reached, and how long whoever needs it is asked to wait. */
export function createOutage({ place, log }: { place: string; log: Logger }) {
  let since: number | undefined
  let timer: NodeJS.Timeout | undefined
  const waiting = new Set<(error: WaypostError) => void>()
  const listeners = new Set<(error: WaypostError) => void>()

  function giveUp(): void {
    for (const reject of [...waiting, ...listeners]) reject(refusal())
  }

  return {
    isOn: () => since !== undefined,

    begins({ message }: Error): void {
      if (since !== undefined) return
      since = Date.now()
      timer = setTimeout(giveUp, PATIENCE).unref()
      log.error('The database cannot be reached', { place, problem: message.split('\n')[0] })
    },

    /** Calls it whenever an outage has been waited out. */
    onGiveUp(listener: (refusal: WaypostError) => void): void {
      listeners.add(listener)
    },

    ends(): void {
      if (since === undefined) return
      clearTimeout(timer)
      log.info('The database is back', { place, seconds: (Date.now() - since) / 1000 })
      since = undefined
    },

    /** Throws `unavailable` where it is no use to wait until that moment, as `Date.now()`. */
    refuseAfter(until: number, cause?: Error): void {
      const end = since === undefined ? until : Math.min(until, since + PATIENCE)
      if (Date.now() >= end) throw refusal(cause)
    },

    /** The same, and waits no longer than an outage is waited out: a silent database refuses nothing. */
    waitFor<T>(answer: Promise<T>): Promise<T> {
      return new Promise((resolve, reject) => {
        waiting.add(reject)
        const forget = () => waiting.delete(reject)
        answer.then(resolve, reject).then(forget)
      })
    },
  }
}

function refusal(cause?: Error): WaypostError {
  const detail = 'The database cannot be reached now'
  return new WaypostError('unavailable', { detail, retryAfter: RETRY_AFTER_SECONDS, cause })
}

/** A moment before the next try, longer each time; also by chance, so that not all knock at once. */
export async function pauseBefore(tries: number): Promise<void> {
  await pause(Math.min(25 * 2 ** tries, 500) * (0.5 + Math.random()))
}
