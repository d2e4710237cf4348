/** Who listens where: finding those whom an event reaches costs what it reaches. */
export function createListeners<T>() {
  const keysOf = new Map<T, readonly string[]>()
  const byKey = new Map<string, Set<T>>()

  function remove(listener: T): void {
    for (const key of keysOf.get(listener) ?? []) {
      const there = byKey.get(key)
      there?.delete(listener)
      if (there?.size === 0) byKey.delete(key)
    }
    keysOf.delete(listener)
  }

  return {
    /** Listens there, and nowhere else any more. */
    put(listener: T, keys: readonly string[]): void {
      remove(listener)
      keysOf.set(listener, keys)
      for (const key of keys) {
        const there = byKey.get(key) ?? new Set()
        byKey.set(key, there.add(listener))
      }
    },
    remove,
    has: (listener: T): boolean => keysOf.has(listener),
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
