/** Words further apart than this say nothing together. */
const REACH = 8
/** By how much neighbours of the query that stand together say more than other words of it. */
const NEIGHBOURS = 3

/**
 * How near the words of the query come to each other in the texts of a document, from 0 to 1 for
 * side by side, in either order; what tells more, and neighbours, weigh more. `matched` holds the
 * groups of each word as bits.
 */
export function closenessOf(
  texts: readonly Uint32Array[],
  matched: Uint32Array,
  shares: readonly number[],
): number {
  const count = shares.length
  if (count < 2) return 0
  const nearest = new Float64Array(count * count)
  for (const text of texts) raiseCloseness(text, matched, count, nearest)
  let sum = 0
  let total = 0
  for (let a = 0; a < count; a++) {
    for (let b = a + 1; b < count; b++) {
      const weight = (shares[a] as number) * (shares[b] as number) * (b === a + 1 ? NEIGHBOURS : 1)
      sum += weight * (nearest[a * count + b] as number)
      total += weight
    }
  }
  return total > 0 ? sum / total : 0
}

/** Raises `nearest`, by pair of groups, to how near they come in one text. */
function raiseCloseness(
  text: Uint32Array,
  matched: Uint32Array,
  count: number,
  nearest: Float64Array,
): void {
  // Where words of the query stand and which: few are in reach of the next one.
  const places: number[] = []
  const groups: number[] = []
  for (let at = 0; at < text.length; at++) {
    let bits = matched[text[at] as number] as number
    for (let g = 0; bits !== 0; g++, bits >>>= 1) {
      if ((bits & 1) === 0) continue
      for (let i = places.length - 1; i >= 0; i--) {
        const gap = at - (places[i] as number)
        if (gap > REACH) break
        const other = groups[i] as number
        // One compound may hold both words: nothing is nearer.
        const closeness = (REACH + 1 - Math.max(1, gap)) / REACH
        const pair = other < g ? other * count + g : g * count + other
        if (closeness > (nearest[pair] as number)) nearest[pair] = closeness
      }
      places.push(at)
      groups.push(g)
    }
  }
}
