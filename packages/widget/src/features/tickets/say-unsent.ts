import type { ErrorCode, Queued } from '@waypost/sdk/contract'
import type { Translator } from '../../foundation/i18n.js'

/** Something that has not gone, as far as the words about it know. */
export interface NotGone {
  state: 'sending' | 'waiting' | 'failed' | 'gone'
  why?: ErrorCode | undefined
  /** When it goes by itself, by `Date.now()`. */
  at?: number | undefined
  /** Whether it outlives the page. */
  isLasting: boolean
}

const causes: Partial<Record<ErrorCode, 'busy' | 'fault' | 'expired' | 'stopped' | 'full'>> = {
  rate_limited: 'busy',
  proof_required: 'busy',
  internal_error: 'fault',
  unauthenticated: 'expired',
  session_expired: 'expired',
  identity_token_invalid: 'expired',
  aborted: 'stopped',
  storage_full: 'full',
}
/** Seconds for which nobody needs to be told how long they are. */
const MOMENT = 20

/** A try that nobody has asked for is made unseen: nothing flickers while somebody reads why. */
export const shownState = ({ state, why }: Pick<Queued, 'state' | 'why'>): Queued['state'] =>
  state === 'sending' && why ? 'waiting' : state

/** Why something has not gone, and what becomes of it. */
export function sayUnsent({ state, why, at = 0, isLasting }: NotGone, translator: Translator) {
  const { t, locale } = translator
  const cause = why && causes[why]
  if (state === 'failed') return t(`unsent.why.${causeOfFailure(cause)}`)
  const seconds = (at - Date.now()) / 1000
  const says = !navigator.onLine
    ? t('unsent.why.offline')
    : cause === 'busy' && seconds > MOMENT
      ? t('unsent.why.busy-for', { wait: lasting(seconds, locale) })
      : t(`unsent.why.${cause ?? 'unreachable'}`)
  return isLasting ? says : `${says} ${t('unsent.stay')}`
}

const causeOfFailure = (cause: string | undefined) =>
  cause === 'stopped' || cause === 'full' ? cause : 'refused'

/** A wait in seconds, in words: “40 seconds”, “3 minutes”. */
function lasting(seconds: number, locale: string): string {
  const [value, unit] = seconds < 90 ? [seconds, 'second'] : [seconds / 60, 'minute']
  const style = { style: 'unit', unit, unitDisplay: 'long' } as const
  return new Intl.NumberFormat(locale, style).format(Math.ceil(value))
}
