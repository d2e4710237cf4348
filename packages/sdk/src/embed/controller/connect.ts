import type { EmbedSide } from '../embed-side.js'
import { takeOver } from './take-over.js'

const connected = new WeakMap<EmbedSide, ReturnType<typeof takeOver>>()

/** What the script calls, at every call that needs somebody: the first one takes over. */
export function connect(side: EmbedSide, isNear = false): void {
  const taken = connected.get(side) ?? takeOver(side)
  connected.set(side, taken)
  if (isNear) taken.prepare()
}
