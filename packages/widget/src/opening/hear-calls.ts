import type { WaitingCall } from '@waypost/sdk/embed'

/**
 * Hears calls as they come to wait for the controller; those that `heard` has done wait no longer.
 * Stands above the queue and not on it: a `push` of the queue's own tells that the controller has it.
 */
export function hearCalls(waiting: WaitingCall[], heard: (call: WaitingCall) => boolean): void {
  const push = (call: WaitingCall) => {
    if (!heard(call)) waiting[waiting.length] = call
  }
  Object.setPrototypeOf(waiting, Object.create(Array.prototype, { push: { value: push } }))
}
