import type { Keep } from '../../contract/panel.js'
import type { TextStorage } from './open-storage.js'
import { shortHash } from './short-hash.js'

/** A customer by id, a visitor without a name, or somebody of whom it is not known yet. */
export type KeptFor = { customerId: string | null } | undefined

/** Keeps texts for one person at a time; nobody reads what another one wrote. */
export function createKeep(storage: TextStorage, prefix: string) {
  /** Written on this page by somebody without a name: goes with them when they get one. */
  const nameless = new Map<string, string | null>()
  let person: KeptFor

  const place = ({ customerId }: NonNullable<KeptFor>, key: string) =>
    `${prefix}${customerId === null ? 'anonymous' : shortHash(customerId)}:${key}`

  const keep: Keep = {
    get: (key) => (person ? storage.get(place(person, key)) : (nameless.get(key) ?? null)),
    set(key, value) {
      if (!person?.customerId) nameless.set(key, value)
      if (person) storage.set(place(person, key), value)
    },
  }

  return {
    keep,

    /** Of whom the keep is, as far as that is known. */
    get person(): KeptFor {
      return person
    },

    /** One text of somebody, whoever is here; it moves with nobody. */
    textOf(who: NonNullable<KeptFor>, key: string) {
      const name = place(who, key)
      return {
        isHeld: () => storage.isHeld(name),
        get: () => storage.get(name),
        set: (value: string | null) => storage.set(name, value),
      }
    },

    /** Those of somebody whose keys begin so. */
    textsOf(who: NonNullable<KeptFor>, start: string): string[] {
      const at = place(who, start)
      // What memory has of a key is newer, and comes last.
      const texts = new Map(storage.all().filter(([key]) => key.startsWith(at)))
      return [...texts.values()]
    },

    /**
     * Somebody else, or the same person by name. `leaving` is called when their words have moved and
     * the keep is still that of before. What the next one has kept already stays in front.
     */
    turnTo(next: KeptFor, leaving = () => {}): void {
      const before = person
      for (const [key, value] of nameless) {
        if (!next || value === null || storage.get(place(next, key)) !== null) continue
        storage.set(place(next, key), value)
        if (before) storage.set(place(before, key), null)
      }
      leaving()
      person = next
      if (next?.customerId || (before && !next)) nameless.clear()
    },

    /** What was written on this page comes before what an earlier visit of somebody has kept. */
    putAside(earlier: KeptFor | null): void {
      if (!earlier?.customerId || person?.customerId) return
      for (const key of nameless.keys()) storage.set(place(earlier, key), null)
    },

    /** Whoever wrote here is gone, with or without a name. */
    forget(): void {
      nameless.clear()
      person = { customerId: null }
    },
  }
}
