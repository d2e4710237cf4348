export type Listener = (payload: never) => unknown

/** Who wants to hear what: listeners by the name of an event or hook, in the order they came. */
export function createListeners() {
  const heard = new Map<string, Map<Listener, boolean>>()
  const of = (name: string) => heard.get(name) ?? new Map<Listener, boolean>()

  return {
    add(name: string, listener: Listener, once = false): void {
      heard.set(name, of(name).set(listener, once))
    },

    remove(name: string, listener: Listener): void {
      of(name).delete(listener)
    },

    /** Those of one name as they are now; who wanted to hear once is let go. */
    take(name: string): Listener[] {
      return [...of(name)].map(([listener, once]) => {
        if (once) this.remove(name, listener)
        return listener
      })
    },

    clear: () => heard.clear(),
  }
}
