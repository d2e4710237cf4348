import { setTimeout } from 'node:timers/promises'
import { createWakes } from '../wakes.js'
import type { Line } from './line.js'
import { Lost } from './lost.js'
import { type Outage, pauseBefore } from './outage.js'
import { readState } from './state.js'

/** How often the log is asked, as a notification may get lost: milliseconds. */
const LOOK_AGAIN = 1_000

/** How long a node gathers what it tells the others, as a notification costs all of them: milliseconds. */
const TELL_AFTER = 10

/**
 * Wakes listeners when the log has grown, by whichever node. PostgreSQL tells at once; the number in
 * the state is the truth and is read each second, which also tells whether the database is there.
 */
export function watchEvents({ line, outage, from }: { line: Line; outage: Outage; from: number }) {
  const { wakeAll, onEvents } = createWakes()
  const listening = new WeakSet()
  let pause = new AbortController()
  let newest = from
  let isOver = false
  let telling: Promise<void> | undefined

  function note(number: number): void {
    if (number <= newest) return
    newest = number
    wakeAll()
  }

  /** Other nodes are told by the way, and once for all that happens together. */
  function tell(): void {
    telling ??= setTimeout(TELL_AFTER, undefined, { ref: false }).then(async () => {
      telling = undefined
      if (isOver) return
      const connection = await line.get()
      const text = `select pg_notify('waypost', $1)`
      await connection.query({ name: 'tell', text, values: [String(newest)] })
    })
    // Where that fails they look by themselves.
    telling.catch(() => undefined)
  }

  async function look(): Promise<void> {
    const connection = await line.get()
    if (!listening.has(connection)) {
      listening.add(connection)
      connection.on('notification', ({ payload }) => note(Number(payload)))
      // Whoever is cut off should know at once, not when they next look.
      connection.on('end', () => pause.abort())
      await connection.query('listen waypost')
    }
    note((await readState(connection)).lastEvent)
    outage.ends()
  }

  async function goOn(): Promise<void> {
    for (let tries = 0; !isOver; ) {
      try {
        await look()
        tries = 0
        pause = new AbortController()
        const { signal } = pause
        await setTimeout(LOOK_AGAIN, undefined, { signal, ref: false }).catch(() => undefined)
      } catch (error) {
        if (isOver) return
        outage.begins(error instanceof Lost ? error : (error as Error))
        await line.drop()
        await pauseBefore(tries)
        tries += 1
      }
    }
  }

  const over = goOn()

  return {
    /** What this node itself has committed. */
    committed(number: number): void {
      if (number <= newest) return
      note(number)
      tell()
    },

    onEvents,

    async close(): Promise<void> {
      isOver = true
      pause.abort()
      await line.drop()
      await over
    },
  }
}
