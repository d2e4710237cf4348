import { createCalls } from './calls.js'
import { createLoad } from './create-load.js'
import type { ControllerModule, EmbedSide } from './embed-side.js'
import { createLauncher } from './launcher.js'
import { watchIntent } from './watch-intent.js'
import type { Waypost } from './waypost.js'

/** Calls that only say how things are: they wait for an intent instead of being one. */
const QUIET = /^(close|o[nf]|before|prefill|set|destroy|report)/

/** One call as a stub queues it: `['open']`, `['client.search', 'refund']`. */
export type QueuedCall = [path: string, ...args: unknown[]]

/** `q` takes the calls of a stub, also after the script has come. */
export type StartedWaypost = Waypost & { q: { push(call: QueuedCall): void } }

/** Draws the launcher and takes calls. Everything else is fetched when somebody needs it. */
export function startWaypost(options: EmbedSide['options'], build: string): StartedWaypost {
  const { draw, element } = createLauncher(options)
  const { launcher = 'default' } = options
  const openers = launcher === 'default' ? element.localName : launcher
  const end = new AbortController()

  const side: EmbedSide = {
    options,
    opener: element,
    waiting: [],
    state: {
      isOpen: false,
      locale: options.locale || document.documentElement.lang || navigator.language,
      identity: 'none',
      customerId: null,
      unread: 0,
    },
    draw: (change) => draw(Object.assign(side.state, change)),
    load: createLoad(options.baseUrl, build),
  }

  const connect = async (isNear?: boolean) =>
    ((await side.load('controller')) as ControllerModule).connect(side, isNear)

  function call(path: readonly string[], args: readonly unknown[]): unknown {
    const [name] = path
    const [first, second] = args
    const answer = new Promise((...settle) => side.waiting.push([path, args, ...settle]))
    // Told as `error` as well: a host that does not listen gets no unhandled rejection.
    answer.catch(() => {})
    if (first === 'ready' && name !== 'off') ready.then(second as () => void)
    if (QUIET.test(name as string)) {
      return typeof second === 'function' ? () => call(['off'], args) : undefined
    }
    // `identify` with a function asks the host when a session is needed, and not before.
    if (typeof first === 'function') return ready
    connect().catch((cause) => {
      console.warn('[waypost]', cause)
      for (const call of side.waiting) call[3]((call[4] = cause))
      if (side.state.isBusy) side.draw({ isBusy: false, hasFailed: true })
    })
    return answer
  }

  watchIntent({
    openers,
    onNear() {
      side.load('panel').catch(() => {})
      connect(true).catch(() => {})
    },
    onOpen(opener) {
      side.opener = opener
      side.draw({ isBusy: true, hasFailed: false })
      call(['open'], [])
    },
    signal: end.signal,
  })

  // Some hosts replace the body as the visitor moves on.
  const stand = () => element.isConnected || document.body.append(element)
  const observer = new MutationObserver(stand)
  const ready = new Promise<object>((resolve) => {
    const begin = () => resolve({})
    if (document.readyState === 'loading') addEventListener('DOMContentLoaded', begin)
    else begin()
  })
  ready.then(() => {
    side.draw({})
    if (launcher !== 'default' || end.signal.aborted) return
    stand()
    observer.observe(document.documentElement, { childList: true })
  })

  const calls = createCalls(call, {
    q: {
      push(call: QueuedCall) {
        const [path, ...args] = ([] as unknown[]).concat(call)
        let found = calls as (...args: unknown[]) => unknown
        for (const name of `${path}`.split('.')) found = found[name as never]
        found(...args)
      },
    },
    ready: () => ready,
    show: () => side.draw({ isHidden: false }),
    hide: () => side.draw({ isHidden: true }),
    getState: () => ({ ...side.state }),
    setLocale(locale: string) {
      side.draw({ locale })
      call(['setLocale'], [locale])
    },
    destroy() {
      observer.disconnect()
      end.abort()
      element.remove()
      call(['destroy'], [])
    },
  })
  return calls as StartedWaypost
}
