import type { EmbedSide } from '../embed-side.js'
import { createPageSide } from './page-side.js'
import { takeOver } from './take-over.js'

/** What the script calls, at every call that needs somebody: the first one takes over. */
export function connect(...embed: EmbedSide): void {
  const [, , waiting] = embed
  // Asked of the queue itself: after a failure this module may have come a second time.
  if (!Object.hasOwn(waiting, 'push')) takeOver(createPageSide(embed))
}
