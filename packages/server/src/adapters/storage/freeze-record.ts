/**
 * Freezes a record with everything in it, so that nobody can change what is kept except by saving.
 * Stops at what is frozen already: a record made by spreading another costs only its new parts, and
 * one that has been read before costs nothing.
 */
export function freezeRecord<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  for (const key in value) freezeRecord(value[key])
  return value
}
