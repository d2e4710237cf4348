import type { WaitingCall } from '../embed-side.js'

type Listener = (payload: { count: number }) => void

/**
 * Tells those who wait for the controller to hear of unread replies. Who wanted to hear once has
 * heard, and waits no longer.
 */
export function tellWaiting(waiting: WaitingCall[], count: number): void {
  const heard = new Map<Listener, WaitingCall>()
  for (const call of waiting) {
    const [path, [name, listener]] = call
    if (name !== 'unread:changed') continue
    if (path === '.off') heard.delete(listener as Listener)
    if (/^[.]on(ce)?$/.test(path)) heard.set(listener as Listener, call)
  }
  for (const [listener, call] of heard) {
    if (call[0] === '.once') waiting.splice(waiting.indexOf(call), 1)
    try {
      listener({ count })
    } catch (error) {
      reportError(error)
    }
  }
}
