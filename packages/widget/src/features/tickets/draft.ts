import type { Keep } from '@waypost/sdk/contract'

/** What is kept of something that a person writes, until it has arrived. */
export interface Draft<Words, Unsent> {
  words: Words
  /** What another tab wrote meanwhile, so that the newer words hide nothing for good. */
  other?: Words
  /** What was being sent when no answer came, with the key that keeps it from arriving twice. */
  unsent?: Unsent
}

export interface DraftDeps<Words> {
  keep: Keep
  name: string
  isBlank: (words: Words) => boolean
}

/**
 * A draft that every tab of one person shares. It is written at each change and not a moment later,
 * so that nothing is left to do when the page goes; a change costs one small write.
 */
export function createDraft<Words, Unsent = never>({ keep, name, isBlank }: DraftDeps<Words>) {
  /** As this tab last read or wrote it: anything else is from another tab. */
  let seen: string | null = null

  function parsed(text: string | null): Draft<Words, Unsent> | undefined {
    try {
      return text ? JSON.parse(text) : undefined
    } catch {
      return undefined
    }
  }

  /** What is kept at this moment, without taking it over. */
  const peek = () => parsed(keep.get(name))

  /** What another tab has kept since; `undefined` where it is still ours. */
  const foreign = () => (keep.get(name) === seen ? undefined : peek())

  return {
    peek,

    /** The newest draft, whichever tab wrote it. */
    read(): Draft<Words, Unsent> | undefined {
      seen = keep.get(name)
      return parsed(seen)
    },

    /** True when another tab has written, sent or dropped the draft since. */
    changedElsewhere: (): boolean => keep.get(name) !== seen,

    /** Keeps the draft, and beside it what another tab wrote meanwhile. Gives back what it kept. */
    write(draft: Draft<Words, Unsent>): Draft<Words, Unsent> {
      const theirs = foreign()?.words
      // Words that were seen here before have been written on, or left behind, on purpose.
      const known = [draft.words, parsed(seen)?.words].map((words) => JSON.stringify(words))
      const differs = theirs && !known.includes(JSON.stringify(theirs))
      const other = differs && !isBlank(theirs) ? theirs : draft.other
      const whole = other ? { ...draft, other } : draft
      const isEmpty = isBlank(whole.words) && !whole.unsent && !whole.other
      seen = isEmpty ? null : JSON.stringify(whole)
      keep.set(name, seen)
      return whole
    },

    /** Forgets what this tab wrote. What another tab wrote since is somebody's words, and stays. */
    clear(): void {
      if (keep.get(name) === seen) keep.set(name, null)
      seen = keep.get(name)
    },
  }
}

export type DraftStore<Words, Unsent> = ReturnType<typeof createDraft<Words, Unsent>>
