import { hostname } from 'node:os'
import type { Keys } from '../adapters/tokens/keys.js'
import { secrets } from '../adapters/tokens/secrets.js'
import { isOfOneMind, NODE_LIFE } from '../domain/leases/node.js'
import { createNodes } from '../domain/leases/nodes.js'
import type { Storage } from '../domain/storage.js'
import type { Clock } from '../foundation/clock.js'
import type { Logger } from '../foundation/logger.js'
import { CliError } from './cli-error.js'

/**
 * Lets the other nodes of a storage know of this one, until it leaves. Throws one readable line where
 * one of them has other keys: customers' links would open on every second call.
 */
export async function joinNodes(deps: {
  storage: Storage
  id: string
  keys: Keys
  clock: Clock
  log: Logger
}): Promise<{ leave(): Promise<void> }> {
  const { storage, id, keys, clock, log } = deps
  if (storage.isAlone) return { leave: async () => {} }
  const place = `${hostname()}, process ${process.pid}`
  const fingerprints = keys.ticketTokens.map(({ secret }) => secrets.digest(secret).slice(0, 16))
  const node = { id, place, keys: fingerprints }
  const nodes = createNodes({ storage, clock, node })
  const strange = (await nodes.live()).find((other) => !isOfOneMind(node, other))
  if (strange) {
    await nodes.leave()
    throw new CliError(
      `The node on ${strange.place} signs ticket tokens with other keys than this one. ` +
        'Give all nodes the same WAYPOST_KEYS: the text of keys.json in the data folder of the first.',
    )
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
