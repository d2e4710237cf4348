/** What somebody does, and what befalls them, one after the other. */
export type Step =
  /** Writes a ticket and presses Send. */
  | { readonly do: 'open'; readonly ticket: number }
  /** Writes a message in the first ticket and presses Send, in one tab or another. */
  | { readonly do: 'send'; readonly message: number; readonly tab: number }
  | { readonly do: 'wait'; readonly ms: number }
  /** The network of the device goes, or comes. */
  | { readonly do: 'offline' | 'online' }
  /** One tab is loaded anew, closed, or goes to a page where nobody opens the panel. */
  | { readonly do: 'reload' | 'close' | 'away'; readonly tab: number }
  | { readonly do: 'second tab' }
  /** The server dies in so many milliseconds, and is started so many later. */
  | { readonly do: 'kill'; readonly after: number; readonly back: number; readonly seen: Absence }
  | { readonly do: 'weather'; readonly weather: Weather }

/** How a server that is gone looks: nobody there, or a proxy that says so. */
export type Absence = 'refused' | '502'

/** What happens to calls on their way: to all of them, or only to those that change something. */
export type Weather = { readonly to: 'all' | 'changes' } & (
  | { readonly is: 'clear' }
  | { readonly is: 'busy'; readonly status: 429 | 503; readonly retryAfter: number | undefined }
  | { readonly is: 'slow'; readonly there: number; readonly back: number }
  /** So many calls are cut off: before the server has them, or before or in its answer. */
  | { readonly is: 'cut'; readonly calls: number; readonly where: 'there' | 'back' | 'half' }
)

export const CLEAR: Weather = { to: 'all', is: 'clear' }

export interface Plan {
  readonly seed: number
  readonly person: 'nobody' | 'oleh'
  readonly steps: readonly Step[]
  /** Whether it is waited for where one stands, or on another page with the panel closed. */
  readonly ends: 'here' | 'elsewhere'
}

export const MESSAGES = 10

/** The same for the same seed, whatever came of it. */
export function drawPlan(seed: number): Plan {
  const random = randomOf(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  const one = <T>(...of: readonly T[]): T => of[below(of.length)] as T

  const weather = (): Weather => {
    const to = one('all', 'changes', 'changes')
    return one<() => Weather>(
      () => CLEAR,
      () => ({ to, is: 'busy', status: one(429, 503), retryAfter: one(undefined, 1, 2) }),
      () => ({ to, is: 'slow', there: below(1_500), back: below(1_500) }),
      () => ({ to, is: 'cut', calls: 1 + below(4), where: one('there', 'back', 'half') }),
    )()
  }
  const trouble = (): Step =>
    one<() => Step>(
      () => ({ do: 'offline' }),
      () => ({ do: 'online' }),
      () => ({ do: 'online' }),
      () => ({ do: 'reload', tab: below(2) }),
      () => ({ do: 'close', tab: below(2) }),
      () => ({ do: 'away', tab: below(2) }),
      () => ({ do: 'second tab' }),
      () => ({ do: 'kill', after: below(300), back: below(1_500), seen: one('refused', '502') }),
      () => ({ do: 'weather', weather: weather() }),
      () => ({ do: 'weather', weather: weather() }),
      () => ({ do: 'weather', weather: weather() }),
    )()
  const some = (make: () => Step, most: number) => Array.from({ length: below(most + 1) }, make)
  const wait = (): Step => ({ do: 'wait', ms: below(500) })

  const sends = Array.from({ length: MESSAGES }, (_, n): Step[] => [
    ...some(trouble, 2),
    ...some(wait, 1),
    { do: 'send', message: n + 1, tab: below(2) },
    ...some(wait, 1),
  ])
  const hasSecond = random() < 0.5
  sends.splice(1 + below(MESSAGES - 1), 0, hasSecond ? [{ do: 'open', ticket: 2 }] : [])
  return {
    seed,
    person: one('nobody', 'oleh'),
    steps: [
      ...some(trouble, 1),
      { do: 'open', ticket: 1 },
      ...some(wait, 1),
      ...sends.flat(),
      ...some(trouble, 2),
    ],
    ends: one('here', 'elsewhere'),
  }
}

/** Numbers from 0 to 1 out of a seed: mulberry32, https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
function randomOf(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A step in a line that says all of it. */
export function inWords({ do: what, ...step }: Step): string {
  const { weather, ...facts } = step as { weather?: Weather }
  const all = Object.entries({ ...facts, ...weather }).filter(([, value]) => value !== undefined)
  return [what, ...all.map(([name, value]) => `${name} ${value}`)].join(' ')
}
