import { hostname } from 'node:os'
import type { Keys } from '../adapters/tokens/keys.js'
import { secrets } from '../adapters/tokens/secrets.js'
import { isOfOneMind, NODE_LIFE } from '../domain/leases/node.js'
import { createNodes } from '../domain/leases/nodes.js'
import type { Storage } from '../domain/storage.js'
import type { Clock } from '../foundation/clock.js'
import type { Logger } from '../foundation/logger.js'
import { CliError } from './cli-error.js'
import type { Config } from './config-schema.js'

/**
 * Lets the other nodes of a storage know of this one, until it leaves. Throws one readable line where
 * one of them has other keys: customers' links would open on every second call. Another configuration
 * is only told, since it may be the new one that comes to all of them in turn.
 */
export async function joinNodes(deps: {
  storage: Storage
  id: string
  keys: Keys
  config: Config
  /** What tells the place of its files from others. */
  files?: string | undefined
  clock: Clock
  log: Logger
}): Promise<{ leave(): Promise<void> }> {
  const { storage, id, keys, config, files, clock, log } = deps
  if (storage.isAlone) return { leave: async () => {} }
  const place = `${hostname()}, process ${process.pid}`
  const fingerprints = keys.ticketTokens.map(({ secret }) => secrets.digest(secret).slice(0, 16))
  const node = { id, place, keys: fingerprints, config: fingerprintOf(config), files }
  const nodes = createNodes({ storage, clock, node })
  const others = await nodes.live()
  const strange = others.find((other) => !isOfOneMind(node, other))
  if (strange) {
    await nodes.leave()
    const lastHeard = Date.parse(strange.expiresAt) - NODE_LIFE
    const seconds = Math.max(0, Math.round((clock.now().getTime() - lastHeard) / 1000))
    throw new CliError(
      `The server on ${strange.place} signs ticket tokens with other keys than this one. Give both the ` +
        'same data folder, or the same WAYPOST_KEYS: the text of keys.json in the folder of the first. ' +
        `It gave a sign of life ${seconds} s ago; of one that has died the keys count for ` +
        `${NODE_LIFE / 1000} s.`,
    )
  }
  const other = others.find(({ config }) => config !== node.config)
  if (other) log.warn('nodes', { place: other.place, problem: 'has another configuration' })
  const apart = others.find((other) => files !== undefined && other.files !== files)
  if (apart) {
    const problem = 'keeps files elsewhere, and neither finds those of the other: see `files`'
    log.warn('nodes', { place: apart.place, problem })
  }
  const beat = setInterval(() => {
    nodes.live().catch((error: unknown) => log.error('nodes', { reason: String(error) }))
  }, NODE_LIFE / 3).unref()

  return {
    async leave() {
      clearInterval(beat)
      await nodes.leave().catch((error: unknown) => log.error('nodes', { reason: String(error) }))
    },
  }
}

/** Of what is each node's own, nothing: where it listens, and which folders it has. */
function fingerprintOf(config: Config): string {
  const { publicUrl, unlimited, trustedProxies, insightsDays, auditDays, agentToken, sites } =
    config
  const days = { insightsDays, auditDays }
  const shared = { publicUrl, unlimited, trustedProxies, ...days, agentToken, sites }
  return secrets.digest(JSON.stringify(shared)).slice(0, 16)
}
