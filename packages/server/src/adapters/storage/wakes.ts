/** Who is told when the log has grown. */
export function createWakes() {
  const wakes = new Set<() => void>()
  return {
    /** Each in a turn of its own, so that none holds up whoever has written. */
    wakeAll(): void {
      for (const wake of wakes) queueMicrotask(wake)
    },

    onEvents(wake: () => void): () => void {
      // One of its own each time: the same may listen twice, and end one of them.
      const own = () => wake()
      wakes.add(own)
      return () => {
        wakes.delete(own)
      }
    },
  }
}
