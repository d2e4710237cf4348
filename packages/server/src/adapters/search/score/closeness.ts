/** Words further apart than this say nothing together. */
const REACH = 8

/**
 * How near neighbours of the query come in a text: for each pair of groups (g, g + 1) from 0 to 1
 * for side by side, in either order; `nearest` is raised to it.
 */
export function raiseCloseness(
  text: Uint32Array,
  matched: Uint32Array,
  nearest: Float64Array,
): void {
  const last = new Int32Array(nearest.length + 1).fill(-REACH - 1)
  for (let at = 0; at < text.length; at++) {
    let bits = matched[text[at] as number] as number
    for (let g = 0; bits !== 0; g++, bits >>>= 1) {
      if ((bits & 1) === 0) continue
      last[g] = at
      if (g > 0) raise(g - 1, at - (last[g - 1] as number), nearest)
      if (g < nearest.length) raise(g, at - (last[g + 1] as number), nearest)
    }
  }
}

function raise(pair: number, gap: number, nearest: Float64Array): void {
  // One compound may hold both words: nothing is nearer.
  const closeness = (REACH + 1 - Math.max(1, gap)) / REACH
  if (closeness > (nearest[pair] as number)) nearest[pair] = closeness
}
