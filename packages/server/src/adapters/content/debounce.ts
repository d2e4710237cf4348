/** However long a burst goes on, this many milliseconds after its start it is told. */
const LONGEST = 500

export interface DebounceOptions {
  act(): void | Promise<void>
  /** Milliseconds of silence to wait for. */
  quiet: number
  onError(error: unknown): void
}

/**
 * Calls `act` after `quiet` milliseconds without another `soon`, one call at a time: what comes
 * while it runs makes it run once more.
 */
export function createDebounce({ act, quiet, onError }: DebounceOptions) {
  let timer: NodeJS.Timeout | undefined
  let since: number | undefined
  let running = false
  let again = false
  let stopped = false

  function soon() {
    if (stopped) return
    since ??= performance.now()
    const left = LONGEST - (performance.now() - since)
    clearTimeout(timer)
    timer = setTimeout(run, Math.max(Math.min(quiet, left), 0))
  }

  async function run() {
    since = undefined
    if (running) {
      again = true
      return
    }
    running = true
    try {
      await act()
    } catch (error) {
      onError(error)
    }
    running = false
    if (again) soon()
    again = false
  }

  return {
    soon,
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}
