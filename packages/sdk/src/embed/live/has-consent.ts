import type { WaitingCall } from '../embed-side.js'

/** Whether anything kept may be read: where the host asks for consent, what was said last holds. */
export function hasConsent(isAsked: boolean, waiting: readonly WaitingCall[]): boolean {
  const said = waiting.filter(([path]) => path === '.setConsent').map(([, [granted]]) => granted)
  return said.length > 0 ? said.at(-1) === true : !isAsked
}
