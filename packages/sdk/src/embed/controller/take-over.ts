import { WaypostError } from '../../contract/errors.js'
import type { EmbedSide, WaitingCall } from '../embed-side.js'
import { callClient } from './call-client.js'
import { createController } from './create-controller.js'
import { createHostCalls } from './host-calls.js'
import { unknownCall } from './wrong-call.js'

/** Calls that are over when they have failed. What says how things are is made good afterwards. */
const MOMENTARY = /^(client|open|show|toggle)/

/** Makes the calls that waited for the controller, in their order, and every later one. */
export function takeOver(side: EmbedSide) {
  const controller = createController(side)
  const calls = createHostCalls(side, controller)
  let isGone = false

  function make(path: readonly string[], args: readonly unknown[]): unknown {
    if (isGone) {
      if (path[0] === 'destroy') return
      console.warn(`[waypost] ${path.join('.')}() was called after destroy()`)
      throw new WaypostError('aborted')
    }
    const [name = '', ...rest] = path
    if (name === 'client' && rest.length > 0) return callClient(controller.client, rest, args)
    if (name === 'destroy') {
      isGone = true
      return controller.end()
    }
    const call = rest.length === 0 && Object.hasOwn(calls, name) ? calls[name] : undefined
    if (!call) throw unknownCall(path)
    return call(...(args as never[]))
  }

  async function take([path, args, resolve, reject, failed]: WaitingCall): Promise<void> {
    if (failed && MOMENTARY.test(path[0] ?? '')) return
    try {
      resolve(await make(path, args))
    } catch (error) {
      // What the API answers is for whoever called it; for all else nobody may be waiting.
      const isAnswer = path[0] === 'client' && (error as WaypostError).code !== 'malformed_request'
      if (!isAnswer) controller.report(error)
      reject(error)
    }
  }

  const waiting = side.waiting.splice(0)
  side.waiting.push = (...calls) => {
    for (const call of calls) void take(call)
    return 0
  }
  for (const call of waiting) void take(call)
  controller.begin()

  return {
    /** Somebody is about to open the panel. What fails now is tried again when they do. */
    prepare(): void {
      if (!isGone) controller.panel.get().catch(() => {})
    },
  }
}
