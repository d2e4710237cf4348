import type { Keep } from '@waypost/sdk/contract'

export interface PersonKeep extends Keep {
  /** Everything asked for through here is forgotten, and nothing is kept from now on. */
  end(): void
}

/**
 * A keep for as long as one person is here. A view that is on its way out can write nothing into
 * the keep of the next person.
 */
export function createPersonKeep(keep: Keep): PersonKeep {
  const keys = new Set<string>()
  let ended = false
  return {
    get(key) {
      if (ended) return null
      keys.add(key)
      return keep.get(key)
    },
    set(key, value) {
      if (ended) return
      keys.add(key)
      keep.set(key, value)
    },
    end() {
      ended = true
      for (const key of keys) keep.set(key, null)
    },
  }
}
