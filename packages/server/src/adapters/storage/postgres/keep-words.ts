import { setTimeout as pause } from 'node:timers/promises'
import { isUnkeepable } from './lost.js'
import { createTexts, type Passed } from './untold.js'
import type { Redraft } from './writer.js'

/** How long words wait until they are kept, together; a search finds them before: milliseconds. */
const AFTER = 1_000

/** Where there are many, as after an import, whoever writes comes in between: milliseconds. */
const BETWEEN = 10

interface KeepWordsDeps {
  /** Makes a draft and writes it; resolves with its value. */
  run(draftTexts: Redraft): Promise<unknown>
  /** Called with a record whose words the database cannot keep: it is not found by them. */
  onPassed(passed: Passed): void
  /** Called with what went wrong; it is tried again in a while. */
  onFailure(error: Error): void
}

/** Keeps the words of what was written, for all that was in one second together, and one batch at a time. */
export function keepWords({ run, onPassed, onFailure }: KeepWordsDeps) {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let isAgain = false
  let isOver = false

  async function keepAll(): Promise<void> {
    const texts = createTexts(onPassed)
    let isDoubtful = false
    const next = async () => {
      try {
        const isMore = await run(isDoubtful ? texts.draftEach : texts.draft)
        isDoubtful = false
        return isMore
      } catch (error) {
        if (isDoubtful || !isUnkeepable(error)) throw error
        isDoubtful = true
        return true
      }
    }
    while (!isOver && (await next())) await pause(BETWEEN)
  }

  function begin(): void {
    timer = undefined
    isAgain = false
    running = keepAll()
      .catch((error: Error) => {
        isAgain = true
        onFailure(error)
      })
      .finally(() => {
        running = undefined
        if (isAgain) soon()
      })
  }

  /** There is something to keep. */
  function soon(): void {
    isAgain = true
    if (isOver || running) return
    timer ??= setTimeout(begin, AFTER).unref()
  }

  return {
    soon,

    /** Resolves when nothing of it is under way. */
    async end(): Promise<void> {
      isOver = true
      clearTimeout(timer)
      await running
    },
  }
}
