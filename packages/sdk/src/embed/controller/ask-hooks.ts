import { WaypostError } from '../../contract/errors.js'
import type { SdkHookName, SdkHooks } from '../../contract/sdk-events.js'
import type { Hook, HookAnswer } from '../waypost.js'
import type { Listener } from './listeners.js'

/** Asks the host before something is done; rejects with `aborted` where it says no. */
export type AskHooks = <K extends SdkHookName>(
  name: K,
  payload: SdkHooks[K],
) => Promise<SdkHooks[K]>

/** Each hook gets what the one before made of it. One that fails changes nothing. */
export function createAskHooks(hooks: (name: string) => readonly Listener[]): AskHooks {
  return async (name, payload) => {
    let current = payload
    for (const hook of hooks(name)) {
      const answer = await attempt(hook as Hook<typeof payload>, current)
      if (answer === false) throw new WaypostError('aborted', { detail: 'The page said no' })
      if (answer) current = answer
    }
    return current
  }
}

async function attempt<T>(hook: Hook<T>, payload: T): Promise<HookAnswer<T>> {
  try {
    return await hook(payload)
  } catch (error) {
    // The host's fault, told in the host's console; the visitor shall not suffer from it.
    reportError(error)
    return undefined
  }
}
