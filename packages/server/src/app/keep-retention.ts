import type { Audit } from '../domain/audit/audit.js'
import type { Leases } from '../domain/leases/leases.js'
import type { Erasures } from '../domain/privacy/erasures.js'
import type { Retention } from '../domain/privacy/retention.js'
import type { Logger } from '../foundation/logger.js'
import type { Config } from './config-schema.js'
import { holdLease } from './hold-lease.js'

/** Milliseconds between two looks for what is too old. */
const EVERY = 3_600_000

export interface KeepRetentionDeps {
  config: Config
  retention: Retention
  erasures: Erasures
  audit: Audit
  leases: Leases
  log: Logger
}

/**
 * Finishes erasures that were interrupted, and deletes what sites no longer keep: at once, and then
 * each hour. Of many nodes one does it; when it stops or dies, another goes on.
 */
export async function keepRetention({
  config,
  retention,
  erasures,
  audit,
  leases,
  log,
}: KeepRetentionDeps) {
  const lease = await holdLease({ leases, name: 'retention', onError: report })
  let isClosed = false
  let running: Promise<void> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  lease.onChange((isHeld) => {
    if (isHeld) begin()
  })
  begin()

  return {
    /** Resolves when nothing is being looked for. */
    async settled(): Promise<void> {
      await running
    },

    /** Stops after the batch that is under way; the next server goes on from there. */
    async close(): Promise<void> {
      isClosed = true
      clearTimeout(timer)
      await running
      await lease.close()
    },
  }

  function begin(): void {
    if (isClosed || running) return
    clearTimeout(timer)
    running = run()
      .catch(report)
      .finally(() => {
        running = undefined
        if (!isClosed) timer = setTimeout(begin, EVERY).unref()
      })
  }

  async function run(): Promise<void> {
    if (!mayGoOn()) return
    await erasures.resume()
    await audit.sweep()
    for (const { key: site, retention: rule } of config.sites) {
      if (!rule) continue
      const onProgress = (erased: object) => log.info('retention', { site, ...erased })
      await retention.sweep({ site, ...rule }, { mayGoOn, onProgress })
    }
  }

  function mayGoOn(): boolean {
    return !isClosed && lease.isHeld()
  }

  function report(error: unknown): void {
    log.error('retention', { reason: error instanceof Error ? error.message : String(error) })
  }
}
