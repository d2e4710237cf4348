import { allOf } from '../../foundation/all-of.js'
import type { Clock } from '../../foundation/clock.js'
import type { Storage } from '../storage.js'
import { NODE_LIFE, type Node } from './node.js'

export interface NodesDeps {
  storage: Storage
  clock: Clock
  /** The id of this node, where it runs, and the fingerprints of its keys and configuration. */
  node: Pick<Node, 'id' | 'place' | 'keys' | 'config' | 'files'>
}

/** The servers that share this storage, and this one among them. */
export function createNodes({ storage, clock, node }: NodesDeps) {
  return {
    /**
     * Gives a sign of life, the first or another one. Tells which other nodes run: of two that begin
     * at the same moment, one sees the other.
     */
    async live(): Promise<readonly Node[]> {
      const at = clock.now()
      return storage.transaction(async (tx) => {
        const nodes = await allOf((after) => tx.nodes.list('all', '', { limit: 100, after }))
        const before = nodes.find(({ id }) => id === node.id)
        tx.nodes.save({
          ...node,
          createdAt: before?.createdAt ?? at.toISOString(),
          expiresAt: new Date(at.getTime() + NODE_LIFE).toISOString(),
        })
        return nodes.filter(({ id, expiresAt }) => id !== node.id && expiresAt > at.toISOString())
      })
    },

    /** Says that this node stops. */
    leave(): Promise<void> {
      return storage.transaction(async (tx) => tx.nodes.delete(node.id))
    },
  }
}
