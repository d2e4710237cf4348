import { createCalls } from './calls.js'
import type { ControllerModule, EmbedSide, Load, WaitingCall } from './embed-side.js'
import { createLauncher } from './launcher.js'
import type { Waypost, WaypostState } from './waypost.js'

/** Calls that only say how things are: they wait for an intent instead of being one. */
const QUIET = /^.(close|prefill|ready|set)/

/** One call as a stub queues it: `['open']`, `['client.search', 'refund']`. */
export type QueuedCall = [path: string, ...args: unknown[]]

/** `q` takes the calls of a stub, also after the script has come. */
export type StartedWaypost = Waypost & { q: { push(call: QueuedCall): void } }

/**
 * Draws the launcher and takes calls. Everything else is fetched when somebody needs it. The script
 * tag's stands as long as its page; who wants to end one before the controller has come finds what
 * is to be ended beside it, and ends its listeners by `signal`.
 */
export function startWaypost(options: EmbedSide[0], build: string, signal?: AbortSignal) {
  options.launcher ||= 'default'
  let again = ''
  const waiting: WaitingCall[] = []
  const state = { isOpen: false } as WaypostState
  const [element, button, draw] = createLauncher(options, state)

  const load: Load = (name) =>
    import(
      /* @vite-ignore */ /* webpackIgnore: true */
      options.baseUrl.replace(
        /(\/assets\/\w{12})?\/?(waypost.js.*)?$/,
        `/assets/${build}/${name}.js${again}`,
      )
    ).catch((cause) => {
      // A browser may remember that a module failed: the next try needs another address.
      again += '?'
      cause.name = 'WaypostError'
      cause.code = 'offline'
      if (button.ariaBusy) draw(state.locale, 'false')
      throw cause
    })

  // In the body, at its end: React 18 throws away a page that has an element behind it. What is
  // still to come of the page comes before it, and some hosts put another body in place later.
  const stand = () => {
    if (options.launcher === 'default') document.body?.append(element)
  }
  const observer = new MutationObserver(stand)
  observer.observe(document.documentElement, { childList: true })
  addEventListener('DOMContentLoaded', stand, { signal })
  const ready = Promise.resolve({})

  function call(path: string, args: readonly unknown[]): unknown {
    // Of what is given, functions alone have a `call`.
    const [first, second] = args as ({ call?: unknown } | undefined)[]
    const waits: WaitingCall = [path, args]
    waiting.push(waits)
    if (path !== '.off' && (first as unknown) === 'ready') ready.then(second as () => void)
    if (path === '.setLocale') draw(first as unknown as string)
    if (second?.call) return () => call('.off', args)
    // `identify` with a function asks the host when a session is needed, and not before.
    if (QUIET.test(path) || first?.call) return ready
    const answer = load('controller').then((module) => {
      ;(module as ControllerModule).connect(options, state, waiting, button, draw, load)
      return waits[2]
    })
    // Told as `error` as well: a host that does not listen gets no unhandled rejection.
    answer.catch((cause) => {
      waits[3] = cause
    })
    return answer
  }

  // On the whole page, so that an opener may come later; before the page, so that it keeps no click.
  for (const type of ['pointerover', 'focusin', 'click']) {
    const heed = (event: Event) => {
      const target = event.target as Element
      const opener = target === element ? target : target.closest?.(options.launcher as string)
      if (!opener) return
      load('panel').catch(() => {})
      if (type === 'click') {
        // A link that opens leads nowhere as long as we are here.
        event.preventDefault()
        draw(state.locale, 'true')
      }
      call(type === 'click' ? '.press' : '.prepare', [opener])
    }
    addEventListener(type, heed, { signal, capture: true })
  }

  draw(options.locale || document.documentElement.lang || navigator.language)
  stand()
  const calls: StartedWaypost = createCalls(call, {
    q: {
      push([path, ...args]: QueuedCall = [] as never) {
        ;(calls[path as keyof Waypost] as (...args: unknown[]) => unknown)(...args)
      },
    },
    show() {
      button.style.display = ''
    },
    hide() {
      button.style.display = 'none'
    },
    getState: () => ({ ...state }),
  }) as StartedWaypost
  return [calls, element, observer, waiting] as const
}
