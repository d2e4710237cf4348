/** Who listens where: finding those whom an event reaches costs what it reaches. */
export function createSubscribers<T>() {
  const keysOf = new Map<T, readonly string[]>()
  const byKey = new Map<string, Set<T>>()

  function remove(subscriber: T): void {
    for (const key of keysOf.get(subscriber) ?? []) {
      const there = byKey.get(key)
      there?.delete(subscriber)
      if (there?.size === 0) byKey.delete(key)
    }
    keysOf.delete(subscriber)
  }

  return {
    /** Listens there, and nowhere else any more. */
    put(subscriber: T, keys: readonly string[]): void {
      remove(subscriber)
      keysOf.set(subscriber, keys)
      for (const key of keys) {
        const there = byKey.get(key) ?? new Set()
        byKey.set(key, there.add(subscriber))
      }
    },
    remove,
    has: (subscriber: T): boolean => keysOf.has(subscriber),
    /** Everybody who listens at one of these keys, once. */
    at(keys: readonly string[]): ReadonlySet<T> {
      const found = new Set<T>()
      for (const key of keys) for (const one of byKey.get(key) ?? []) found.add(one)
      return found
    },
    isAnyAt: (key: string): boolean => byKey.has(key),
    all: (): readonly T[] => [...keysOf.keys()],
    count: (): number => keysOf.size,
  }
}
