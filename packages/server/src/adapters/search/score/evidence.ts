import type { Evidence } from '../../../domain/confidence.js'
import { type Entry, textsOf } from '../index/entry.js'
import type { QueryPlan } from '../plan/query-plan.js'

/** A letter names people and places that no article knows: more of them say nothing more. */
const MOST_UNKNOWN = 4

/** The groups of the query, as bits, that the texts of a document hold. */
export function heldIn(entry: Entry, groups: Uint32Array): number {
  let bits = 0
  for (const ids of textsOf(entry)) {
    for (let at = 0; at < ids.length; at++) bits |= groups[ids[at] as number] as number
  }
  return bits
}

/** What speaks for a document that holds these groups; a word that nobody knows weighs as the rarest. */
export function evidenceOf(
  matched: number,
  { groups, asked }: QueryPlan,
  shares: readonly number[],
): Evidence {
  let held = 0
  let own = 0
  let all = 0
  let known = 0
  groups.forEach(({ correction }, g) => {
    if (correction !== undefined) return
    const share = shares[g] ?? 0
    known++
    all += share
    if ((matched & (1 << g)) === 0) return
    held++
    own += share
  })
  const unknown = Math.min(MOST_UNKNOWN, asked - known)
  const rest = Math.max(0, unknown) * Math.max(0, ...shares)
  return { asked, held, share: own > 0 ? own / (all + rest) : 0 }
}
