import { setTimeout as sleep } from 'node:timers/promises'

/** What `ask` answers, as soon as it does not throw; after some milliseconds what it last threw. */
export async function eventually(ask, milliseconds = 10_000) {
  const end = Date.now() + milliseconds
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      if (Date.now() > end) throw error
      await sleep(50)
    }
  }
}
