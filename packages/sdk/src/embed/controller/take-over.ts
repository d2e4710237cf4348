import { WaypostError } from '../../contract/errors.js'
import type { WaitingCall } from '../embed-side.js'
import { callClient } from './call-client.js'
import { createController } from './create-controller.js'
import { createHostCalls } from './host-calls.js'
import type { PageSide } from './page-side.js'
import { unknownCall, wrongCall } from './wrong-call.js'

/** Calls that are over when they have failed. What says how things are is made good afterwards. */
const MOMENTARY =
  /^[.](client|lend|(on)?(click|focusin|pointerover)|open|prepare|show|skip|(re)?start|toggle)/

/** What the launcher hears: `.onclick` is the call `.click`, as older scripts have it. */
const LAUNCHER = /^[.]on(?=(click|focusin|pointerover)$)/

/** What has the window open before there is a panel. */
const OPENS = /^[.](onclick|click|open|toggle)$/

/** The address of ours, of a build or of none. */
const SCRIPT = /\/waypost([.]single)?[.]js\b/

/** Makes the calls that waited for the controller, in their order, and every later one. */
export function takeOver(side: PageSide): void {
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
    if (name === 'client' && /^(education|progress)$/.test(`${rest[0]}`)) {
      return controller.education.get().then((part) => callClient(part.client, rest, args))
    }
    if (name === 'client' && rest.length > 0) return callClient(controller.client, rest, args)
    if (name === 'destroy') {
      isGone = true
      side.end()
      return controller.end()
    }
    const call = rest.length === 0 && Object.hasOwn(calls, name) ? calls[name] : undefined
    if (!call) throw unknownCall(path)
    return call(...(args as never[]))
  }

  async function answer(path: string, args: readonly unknown[]): Promise<unknown> {
    try {
      return await make(path.replace(LAUNCHER, '.').split('.').slice(1), args)
    } catch (error) {
      // What the API answers is for whoever called it; for all else nobody may be waiting.
      const isAnswer =
        path.startsWith('.client') && (error as WaypostError).code !== 'malformed_request'
      if (!isAnswer) controller.report(error)
      throw error
    }
  }

  function take(call: WaitingCall): void {
    const [path, args, , failed] = call
    if (failed && MOMENTARY.test(path)) return
    call[2] = answer(path, args)
    call[2].catch(() => {})
  }

  const waiting = side.waiting.splice(0)
  // Defined: where the page has frozen what is built in, it could not be assigned.
  Object.defineProperty(side.waiting, 'push', {
    value: (...calls: WaitingCall[]) => calls.forEach(take),
  })
  const left = waiting.findLastIndex(([path]) => path === '.logout')
  side.keepOpening(waiting.slice(left + 1).some(([path]) => OPENS.test(path)))
  waiting.forEach(take)
  side.keepOpening(false)
  if (!isGone) controller.begin()
  // The second of two has done nothing, and said nothing.
  const copies = [...document.scripts].filter(({ src }) => SCRIPT.test(src))
  if (copies.length > 1) controller.report(wrongCall('The script is on this page twice'))
}
