import type { Change } from '../change.js'

/**
 * One step from a schema to the next: what becomes of each stored record; `null` drops it. It sees
 * puts alone, one after another, and may run again from the start after a crash.
 */
export type Migration = (put: Change) => Change | null

/** The steps in order: the first leads from schema 1 to schema 2. Steps are added, never changed. */
export const migrations: readonly Migration[] = []
