import { Lost } from './lost.js'

export type Turns = ReturnType<typeof createTurns>

/** Work that is to be run again when it is its turn: until then it holds no connection. */
export class NotItsTurn extends Lost {}

/** Lets so many go on at a time; the others wait in the order in which they came. */
export function createTurns(most: number) {
  const waiting: (() => void)[] = []
  let free = most

  return {
    /** Whether there was one that nobody waits for. */
    takeAtOnce(): boolean {
      if (free === 0) return false
      free -= 1
      return true
    },

    async take(): Promise<void> {
      if (free > 0) free -= 1
      else await new Promise<void>((resolve) => waiting.push(resolve))
    },

    giveBack(): void {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    },
  }
}
