import { WaypostError } from '@waypost/sdk/contract'
import type { RequestOrigin } from '../request-origin.js'

/** Whether this change was made before; throws where its key came with another body. */
export function isRepeated(
  { origins }: { origins: readonly RequestOrigin[] },
  origin: RequestOrigin | null,
): boolean {
  const earlier = origin && origins.find(({ key }) => key === origin.key)
  if (!earlier) return false
  if (earlier.body !== origin.body) throw new WaypostError('idempotency_key_reused')
  return true
}

/** More changes than anybody sends again at once. */
const MOST = 8

export const withOrigin = (
  origins: readonly RequestOrigin[],
  origin: RequestOrigin | null,
): readonly RequestOrigin[] => (origin ? [...origins, origin].slice(-MOST) : origins)
