/**
 * The first `count` of a list in order, as if it were sorted, and sorted itself: a heap of that many
 * is kept, so that a list of thousands costs little more than reading it.
 */
export function bestOf<T>(list: readonly T[], count: number, compare: (a: T, b: T) => number): T[] {
  if (list.length <= count) return list.toSorted(compare)
  // The worst of the kept ones on top.
  const heap = list.slice(0, count)
  for (let at = (count >> 1) - 1; at >= 0; at--) sink(heap, at, compare)
  for (let i = count; i < list.length; i++) {
    const item = list[i] as T
    if (count === 0 || compare(item, heap[0] as T) >= 0) continue
    heap[0] = item
    sink(heap, 0, compare)
  }
  return heap.sort(compare)
}

function sink<T>(heap: T[], from: number, compare: (a: T, b: T) => number): void {
  const item = heap[from] as T
  let at = from
  for (let child = 2 * at + 1; child < heap.length; child = 2 * at + 1) {
    const other = child + 1
    const isOther = other < heap.length && compare(heap[other] as T, heap[child] as T) > 0
    const worse = isOther ? other : child
    if (compare(heap[worse] as T, item) <= 0) break
    heap[at] = heap[worse] as T
    at = worse
  }
  heap[at] = item
}
