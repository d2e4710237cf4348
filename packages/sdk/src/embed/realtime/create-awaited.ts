import type { TextStorage } from '../controller/open-storage.js'

/** Milliseconds for which somebody may wait for an answer. */
const PATIENCE = 24 * 60 * 60 * 1000

/** Tickets in which the last word is the person's own, and not older than a day. */
export function createAwaited(storage: Pick<TextStorage, 'get' | 'set'>, key: string) {
  function read(): Record<string, number> {
    try {
      const entries = Object.entries<number>(JSON.parse(storage.get(key) ?? ''))
      return Object.fromEntries(entries.filter(([, at]) => Date.now() - at < PATIENCE))
    } catch {
      return {}
    }
  }

  function write(tickets: Record<string, number>): void {
    storage.set(key, Object.keys(tickets).length > 0 ? JSON.stringify(tickets) : null)
  }

  return {
    isAny: () => Object.keys(read()).length > 0,
    /** The one that was opened last. */
    newest: () => Object.keys(read()).at(-1),
    asked: (ticketId: string) => write({ ...read(), [ticketId]: Date.now() }),
    answered(ticketId: string): void {
      const { [ticketId]: one, ...others } = read()
      if (one) write(others)
    },
  }
}
