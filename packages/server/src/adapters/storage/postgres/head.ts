import type { StoredRecord } from '../../../foundation/records.js'
import { freezeRecord } from '../freeze-record.js'
import type { DeclaredTable } from './declared-tables.js'
import { Lost } from './lost.js'
import type { Draft, Put } from './run-work.js'
import type { State } from './state.js'

/** So many records are remembered at most, those that were written last. */
const MOST = 500

/** And none of more letters, so that memory does not follow what is written. */
const LONGEST = 8_000

/** After so many commits of its own in a row a node takes it that nobody else writes. */
const IN_A_ROW = 3

export type Head = ReturnType<typeof createHead>

/** Work wants to know what is not remembered: it is to be run again where all can be read. */
export class NotInHead extends Lost {}

/**
 * What this node has written last, for as long as nobody else commits. Work that reads nothing else is
 * run over it and asks the database nothing: the statement that writes it is refused where somebody came
 * before, as every one is. What only reads always asks.
 */
export function createHead() {
  const written = new Map<string, Put | null>()
  let state: State | undefined
  let inARow = 0

  function forget(): void {
    written.clear()
    state = undefined
    inARow = 0
  }

  return {
    /** What stands, as far as this node knows; nothing where others write too. */
    state: () => (inARow >= IN_A_ROW ? state : undefined),

    /** What a piece of work reads that begins at a state. */
    readerAt(seen: State, now: string) {
      const refuse = () => Promise.reject(new NotInHead('is to be read'))
      return {
        async find({ name }: DeclaredTable, id: string): Promise<StoredRecord | undefined> {
          const put = written.get(`${name}/${id}`)
          // Somebody may have committed while the work was about something else.
          if (put === undefined || state !== seen) return refuse()
          if (put === null || (put.expiresAt !== null && put.expiresAt <= now)) return undefined
          return freezeRecord(JSON.parse(put.json) as StoredRecord)
        },
        first: refuse,
        list: refuse,
        count: refuse,
        search: refuse,
        eventsAfter: refuse,
        firstEvent: refuse,
      }
    },

    /** Takes note of a commit of this node, and of what stood before it. */
    committed(before: State, made: State, drafts: readonly Draft[]): void {
      if (state?.commit !== before.commit) forget()
      state = made
      inARow += 1
      for (const { changes } of drafts) {
        for (const [{ name }, changed] of changes) {
          for (const [id, put] of changed) remember(`${name}/${id}`, put)
        }
      }
    },

    /** Takes note of what was read; call it while nothing of this node is being written. */
    saw({ commit }: State): void {
      if (state && state.commit < commit) forget()
    },

    /** Whatever stands now, somebody else has written it, or may have. */
    forget,
  }

  function remember(key: string, put: Put | null): void {
    written.delete(key)
    if (put && put.json.length > LONGEST) return
    written.set(key, put)
    if (written.size <= MOST) return
    const [oldest] = written.keys()
    written.delete(oldest as string)
  }
}
