/** What may be wrong in the end, and how often it is. */
export interface Faults {
  lost: number
  doubled: number
  'out of order': number
  /** Shown more or less often than it is there, or as something that still waits. */
  'shown wrongly': number
  /** Went only because somebody pressed a button. */
  'not by itself': number
  /** Words that have arrived are still kept in the browser. */
  'left behind': number
  /** Somebody could not go on at all. */
  'at an end': number
}

export const noFaults = (): Faults => ({
  ...{ lost: 0, doubled: 0, 'out of order': 0, 'shown wrongly': 0 },
  ...{ 'not by itself': 0, 'left behind': 0, 'at an end': 0 },
})

export const isFaulty = (faults: Faults): boolean =>
  Object.values(faults).some((count) => count > 0)

export interface Found {
  /** As they were sent, in that order. */
  readonly sent: readonly string[]
  /** As the team has them. */
  readonly arrived: readonly string[]
  /** How often each ticket is there. */
  readonly tickets: readonly number[]
  /** The conversation as its requester sees it, if it can be seen. */
  readonly seen: { readonly texts: readonly string[]; readonly waiting: number } | undefined
  readonly pressed: number
  readonly isLeftBehind: boolean
}

/** Compares what was done with what has come of it. */
export function findFaults({ sent, arrived, tickets, seen, pressed, isLeftBehind }: Found): Faults {
  const once = [...new Set(arrived)]
  const inOrder = sent.filter((text) => once.includes(text))
  const replies = seen?.texts.slice(1) ?? []
  const isAsItIs = replies.join() === arrived.join() && seen?.waiting === 0
  return {
    ...noFaults(),
    lost: sent.length - inOrder.length + tickets.filter((count) => count === 0).length,
    doubled: arrived.length - once.length + tickets.filter((count) => count > 1).length,
    'out of order': Number(inOrder.join() !== once.join()),
    'shown wrongly': Number(!isAsItIs),
    'not by itself': pressed,
    'left behind': Number(isLeftBehind),
  }
}
