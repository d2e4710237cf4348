import type { Attachments } from '../domain/attachments/attachments.js'
import type { Leases } from '../domain/leases/leases.js'
import type { Logger } from '../foundation/logger.js'

/** Milliseconds between two sweeps: what has ended may stay for so long. */
const EVERY = 3_600_000

/**
 * Takes files away that no message has named, now and every hour; of several nodes one does. Ends when
 * what is returned is called, after the sweep that is under way.
 */
export function sweepFiles(deps: {
  attachments: Attachments
  leases: Leases
  log: Logger
}): () => Promise<void> {
  const { attachments, leases, log } = deps
  let sweeping = sweep()
  const timer = setInterval(() => {
    sweeping = sweeping.then(sweep)
  }, EVERY).unref()

  return async () => {
    clearInterval(timer)
    await sweeping
  }

  async function sweep(): Promise<void> {
    try {
      if (!(await leases.take(JOB))) return
      const swept = await attachments.sweep(() => leases.take(JOB))
      if (swept > 0) log.info('files swept', { swept })
      await leases.giveBack(JOB)
    } catch (error) {
      log.error('files', { reason: String(error) })
    }
  }
}

const JOB = 'files'
