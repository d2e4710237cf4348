import { setTimeout } from 'node:timers/promises'

/** Asks until there is an answer, for so many milliseconds. */
export async function soonest<T>(ask: () => Promise<T>, ms: number): Promise<T | undefined> {
  const end = Date.now() + ms
  for (;;) {
    const answer = await ask().catch(() => undefined)
    if (answer || Date.now() > end) return answer
    await setTimeout(100)
  }
}
