import type { Clock } from '../../foundation/clock.js'
import type { Storage } from '../storage.js'

/** What keeping content takes. */
export interface LibraryDeps {
  storage: Storage
  clock: Clock
  digest(text: string): string
}
