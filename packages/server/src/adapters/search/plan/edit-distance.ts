/**
 * How many letters must be added, dropped, replaced or swapped with their neighbour to turn `a`
 * into `b`, or `limit + 1` when more than `limit`: the optimal string alignment distance
 * (Boytsov 2011, "Indexing methods for approximate dictionary searching"). A swap counts once.
 */
export function editDistance(a: string, b: string, limit: number): number {
  const tooFar = limit + 1
  if (Math.abs(a.length - b.length) > limit) return tooFar
  let beforeLast = new Array<number>(b.length + 1).fill(0)
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  let row = new Array<number>(b.length + 1).fill(0)
  for (let i = 1; i <= a.length; i++) {
    row.fill(tooFar)
    row[0] = i
    let least = i
    const from = Math.max(1, i - limit)
    const to = Math.min(b.length, i + limit)
    for (let j = from; j <= to; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1)
      let cost = Math.min(at(last, j - 1) + (same ? 0 : 1), at(last, j) + 1, at(row, j - 1) + 1)
      if (i > 1 && j > 1 && !same && isSwap(a, b, i, j)) {
        cost = Math.min(cost, at(beforeLast, j - 2) + 1)
      }
      row[j] = cost
      if (cost < least) least = cost
    }
    if (least > limit) return tooFar
    ;[beforeLast, last, row] = [last, row, beforeLast]
  }
  return Math.min(at(last, b.length), tooFar)
}

function at(row: readonly number[], j: number): number {
  return row[j] as number
}

function isSwap(a: string, b: string, i: number, j: number): boolean {
  return a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
}
