import type { StoredRecord } from '../../foundation/records.js'

/** One running server of those that share a storage. It is gone when its end has passed. */
export interface Node extends StoredRecord {
  readonly expiresAt: string
  /** Where it runs, for people: the name of its machine and its process id. */
  readonly place: string
  /** Fingerprints of the keys that open tokens here; the first is of the one that signs. */
  readonly keys: readonly string[]
  /** Fingerprint of what all nodes should have said to them alike: sites, limits, addresses. */
  readonly config: string
  /** Where it keeps files; nodes from before there were any say nothing. */
  readonly files?: string | undefined
}

/** Milliseconds after its last sign of life for which a node counts as running. */
export const NODE_LIFE = 30_000

/** Whether each of two nodes opens what the other signs. */
export function isOfOneMind(one: Pick<Node, 'keys'>, other: Pick<Node, 'keys'>): boolean {
  return opens(one, other) && opens(other, one)
}

function opens({ keys }: Pick<Node, 'keys'>, { keys: [signs] }: Pick<Node, 'keys'>): boolean {
  return signs === undefined || keys.includes(signs)
}
