import { timingSafeEqual } from 'node:crypto'

/** Takes as long wherever two of one length begin to differ. */
export function isSameSecret(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)]
  return one.length === other.length && timingSafeEqual(one, other)
}
