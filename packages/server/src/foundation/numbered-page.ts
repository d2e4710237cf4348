import { WaypostError } from '@waypost/sdk/contract'
import type { Page, PageRequest } from './records.js'

/** One page of a list that is made anew for each call: its position is a number. */
export function numberedPage<T>(items: readonly T[], { limit, after = '0' }: PageRequest): Page<T> {
  if (!/^\d{1,9}$/.test(after)) {
    const errors = [{ path: 'cursor', code: 'invalid_cursor' as const }]
    throw new WaypostError('invalid_input', { errors })
  }
  const start = Number(after)
  const end = start + limit
  return { items: items.slice(start, end), next: end < items.length ? String(end) : null }
}
