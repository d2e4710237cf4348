/**
 * How many letters must be added, dropped, replaced or swapped with their neighbour to turn `a`
 * into `b`, or `limit + 1` when more than `limit`: the optimal string alignment distance
 * (Boytsov 2011, "Indexing methods for approximate dictionary searching"). A swap counts once.
 * With `prefix` it is the distance to the nearest beginning of `b`.
 */
export function editDistance(
  a: string,
  b: string,
  limit: number,
  { prefix = false }: { prefix?: boolean } = {},
): number {
  const tooFar = limit + 1
  if (a.length - b.length > limit || (!prefix && b.length - a.length > limit)) return tooFar
  const width = Math.min(b.length, a.length + limit)
  let beforeLast: number[] = []
  let last = Array.from({ length: width + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = new Array<number>(width + 1).fill(tooFar)
    row[0] = i
    let least = i
    // Cells further from the diagonal than the limit cannot come back within it.
    for (let j = Math.max(1, i - limit); j <= Math.min(width, i + limit); j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1)
      let cost = Math.min(at(last, j - 1) + (same ? 0 : 1), at(last, j) + 1, at(row, j - 1) + 1)
      if (!same && i > 1 && j > 1 && isSwap(a, b, i, j)) {
        cost = Math.min(cost, at(beforeLast, j - 2) + 1)
      }
      row[j] = cost
      least = Math.min(least, cost)
    }
    if (least > limit) return tooFar
    beforeLast = last
    last = row
  }
  return Math.min(prefix ? Math.min(...last) : at(last, b.length), tooFar)
}

function at(row: readonly number[], j: number): number {
  return row[j] as number
}

function isSwap(a: string, b: string, i: number, j: number): boolean {
  return a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
}
