import { WaypostError } from '@waypost/sdk/contract'

const DAY = 86_400_000
const USUAL_DAYS = 30
/** A year and a month: more is asked for in pieces. */
const MOST_DAYS = 400

export interface Period {
  /** First and last day, as `2026-11-22`; thirty days up to today unless said. */
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** Every day of a period, the first one first. Throws `invalid_input` for one that is none. */
export function daysOf({ from, to }: Period, now: Date): readonly string[] {
  const last = to === undefined ? now.getTime() : Date.parse(`${to}T00:00:00Z`)
  const end = Math.floor(last / DAY)
  const start = from === undefined ? end - USUAL_DAYS + 1 : Date.parse(`${from}T00:00:00Z`) / DAY
  const count = end - start + 1
  if (count < 1) throw wrongFrom('too_large')
  if (count > MOST_DAYS) throw wrongFrom('too_small')
  return Array.from({ length: count }, (_, n) =>
    new Date((start + n) * DAY).toISOString().slice(0, 10),
  )
}

function wrongFrom(code: 'too_large' | 'too_small'): WaypostError {
  const detail = `A period has 1 to ${MOST_DAYS} days.`
  return new WaypostError('invalid_input', { detail, errors: [{ path: 'from', code }] })
}
