import { createCalls } from './calls.js'
import type { ControllerModule, EmbedSide, Load, WaitingCall } from './embed-side.js'
import { createLauncher } from './launcher.js'
import type { Waypost, WaypostState } from './waypost.js'

/** Calls that only say how things are: they wait for an intent instead of being one. */
const QUIET = /^.(close|prefill|set|destroy|twice)/

const INTENTS = ['pointerover', 'focusin', 'click']

/** One call as a stub queues it: `['open']`, `['client.search', 'refund']`. */
export type QueuedCall = [path: string, ...args: unknown[]]

/** `q` takes the calls of a stub, also after the script has come. */
export type StartedWaypost = Waypost & { q: { push(call: QueuedCall): void } }

/** Draws the launcher and takes calls. Everything else is fetched when somebody needs it. */
export function startWaypost(options: EmbedSide[0], build: string): StartedWaypost {
  let { launcher = 'default' } = options
  let again = ''
  const waiting: WaitingCall[] = []
  const state: WaypostState = {
    isOpen: false,
    locale: options.locale || document.documentElement.lang || navigator.language,
    identity: 'none',
    customerId: null,
    unread: 0,
  }
  const [element, button, draw] = createLauncher(options, state)

  const load: Load = (name) =>
    import(
      /* @vite-ignore */ /* webpackIgnore: true */
      `${options.baseUrl.replace(/\/$/, '')}/assets/${build}/${name}.js${again}`
    ).catch((cause) => {
      // A browser may remember that a module failed: the next try needs another address.
      again += '?'
      throw Object.assign(cause, { name: 'WaypostError', code: 'offline', status: 0, errors: [] })
    })

  // In the body, at its end: React 18 throws away a page that has an element behind it. Some hosts
  // put another body in place as the visitor moves on.
  const stand = () => element.isConnected || document.body.append(element)
  const observer = new MutationObserver(stand)
  const ready = new Promise<unknown>((resolve) => {
    const begin = () => {
      if (launcher === 'default') {
        stand()
        observer.observe(document.documentElement, { childList: true })
      }
      resolve({})
    }
    draw(state.locale)
    if (document.readyState === 'loading') addEventListener('DOMContentLoaded', begin)
    else begin()
  })

  function call(path: string, args: readonly unknown[]): unknown {
    const [first, second] = args
    const waits: WaitingCall = [path, args]
    waiting.push(waits)
    if (first === 'ready' && path !== '.off') ready.then(second as () => void)
    if (typeof second === 'function') return () => call('.off', args)
    // `identify` with a function asks the host when a session is needed, and not before.
    if (QUIET.test(path) || typeof first === 'function') return ready
    const answer = load('controller')
      .then((module) =>
        (module as ControllerModule).connect(options, state, waiting, button, draw, load),
      )
      .catch((cause) => {
        console.warn('[waypost]', cause)
        if (button.ariaBusy) draw(state.locale, 'false')
        throw (waits[3] = cause)
      })
      .then(() => waits[2])
    // Told as `error` as well: a host that does not listen gets no unhandled rejection.
    answer.catch(() => {})
    return answer
  }

  /** An opener that is a link leads nowhere as long as we are here. */
  function heed(event: Event): void {
    const target = event.target as Element
    const opener = target === element ? target : target.closest?.(`:is(${launcher})`)
    if (!opener) return
    if (event.type === 'click') {
      event.preventDefault()
      draw(state.locale, 'true')
      call('.open', [undefined, opener])
    } else {
      load('panel').catch(() => {})
      call('.prepare', [])
    }
  }
  // On the whole page, so that an opener may come later; before the page, so that it keeps no click.
  for (const type of INTENTS) addEventListener(type, heed, true)

  const calls: StartedWaypost = createCalls(call, {
    q: {
      push(call: QueuedCall) {
        const [path, ...args] = ([] as unknown[]).concat(call)
        const named = calls[path as keyof Waypost] as (...args: unknown[]) => unknown
        named(...args)
      },
    },
    ready: () => ready,
    show() {
      button.style.display = ''
    },
    hide() {
      button.style.display = 'none'
    },
    getState: () => ({ ...state }),
    setLocale(locale: string) {
      draw(locale)
      call('.setLocale', [locale])
    },
    destroy() {
      launcher = 'none'
      observer.disconnect()
      for (const type of INTENTS) removeEventListener(type, heed, true)
      element.remove()
      call('.destroy', [])
    },
  }) as StartedWaypost
  return calls
}
