import { createCalls } from './calls.js'
import type { ControllerModule, EmbedSide, Load, WaitingCall } from './embed-side.js'
import { createLauncher } from './launcher.js'
import type { Waypost, WaypostState } from './waypost.js'

/** One call as a stub queues it: `['open']`, `['client.search', 'refund']`. */
export type QueuedCall = [path: string, ...args: unknown[]]

/** `q` takes the calls of a stub, also after the script has come. */
export type StartedWaypost = Waypost & { q: { push(call: QueuedCall): void } }

/**
 * Draws the launcher and takes calls. Everything else is fetched when somebody needs it. The script
 * tag's stands as long as its page; who wants to end one before the controller has come finds what
 * is to be ended beside it, and ends its listeners by a signal.
 */
export function startWaypost(
  options: EmbedSide[0],
  build: string,
  listening: AddEventListenerOptions | true = true,
) {
  const waiting: WaitingCall[] = []
  const state = { isOpen: false } as WaypostState
  const [element, button, draw] = createLauncher(options, state)

  const load: Load = (name) =>
    import(
      /* @vite-ignore */ /* webpackIgnore: true */
      options.baseUrl.replace(/(.assets.\w+)?.waypost.js.*|\/?$/, `/assets/${build}/${name}.js`)
    ).catch((cause) => {
      cause.name = 'WaypostError'
      cause.code = 'offline'
      if (button.ariaBusy) draw(state.locale, 'false')
      throw cause
    })
  const connect = (name: 'start' | 'controller' | 'live') =>
    load(name).then((module) =>
      (module as ControllerModule).connect(options, state, waiting, button, draw, load),
    )

  /**
   * Puts the launcher where it belongs, and looks whether somebody here may have replies: called when
   * the page has come further, and when the launcher was lost with what it stood in.
   */
  const settle = async () => {
    const readyState = document.readyState
    // What few hosts ask for is done by `live`, the standing of the launcher included.
    const isLeft = options.layer || options.inside || options.defer || options.hideOn
    try {
      // In the body, at its end, when the page has been read (not 'loading'): React 18 throws away a
      // page that has an element elsewhere. Hosts put another body in place later, or empty it.
      if (
        !(readyState > 'l') &&
        !isLeft &&
        (options.launcher || 'default') === 'default' &&
        !element.isConnected
      ) {
        document.body.append(element)
      }
      // Once all has come ('complete'): a body that catches what is fixed, as one with a transform
      // does, a host that says so, or a session that is kept: where one is, a database stands for it,
      // because to look into `localStorage` holds the page up. What begins so says no: an option
      // that is left out, `false`, `no` or `null`, as text or not.
      if (
        isLeft ||
        (readyState < 'd' &&
          (button.offsetParent ||
            !/^[ufn]/.test(options.live as never) ||
            // With a colon in it: where the origin is none but 'null', Chromium tells the page of
            // what it refuses, whoever catches it.
            (/^[ufn].*:/.test(options.consent + origin) &&
              (await indexedDB.databases()).some((each) => each.name === 'waypost:'))))
      ) {
        await connect('live')
      }
    } catch {
      // Storage is refused, or nothing comes: nobody has asked for anything.
    }
  }
  const observer = new ResizeObserver(settle)
  const ready = settle()

  const call = (path: string, args: readonly unknown[]): unknown => {
    // Of what is given, functions alone have a `call`.
    const [first, second] = args as ({ call?: unknown } | undefined)[]
    const waits: WaitingCall = [path, args]
    waiting.push(waits)
    // Before `.on` and `.once`, and what is called `ready` elsewhere.
    if (path > '.off' && (first as unknown) === 'ready') ready.then(second as () => void)
    if (path === '.setLocale') draw(first as unknown as string)
    if (second?.call) return () => call('.off', args)
    // `identify` with a function asks the host when a session is needed, and not before.
    if (/^.(p|s[eu]|tr|read|close)/.test(path) || first?.call) return ready
    // What shows something in the panel (`.open`, `.on` the launcher, `.toggle`, `.show`) opens at once
    // and is filled later; `.start`, `.restart` and `.skip` need nothing of it.
    const answer = connect(/^.[ot]|w/.test(path) ? 'start' : 'controller').then(() => waits[2])
    // Told as `error` as well: a host that does not listen gets no unhandled rejection.
    answer.catch((cause) => {
      waits[3] = cause
    })
    return answer
  }

  // On the whole page, so that an opener may come later; before the page, so that it keeps no click.
  ;['pointerover', 'click', 'focusin'].map((type) =>
    addEventListener(
      type,
      (event) => {
        const target = event.target as Element
        let opener: Element | null | undefined
        try {
          opener = target === element ? target : target.closest(options.launcher as string)
        } catch {}
        if (!opener) return
        if (type === 'click') {
          // A link that opens leads nowhere as long as we are here.
          event.preventDefault()
          draw(state.locale, 'true')
        }
        call('.on' + type, [opener])
      },
      listening,
    ),
  )

  addEventListener('readystatechange', settle, listening)
  observer.observe(button)
  draw(options.locale || document.documentElement.lang || navigator.language)
  const calls: StartedWaypost = createCalls(call, {
    q: {
      push([path, ...args]: QueuedCall = [] as never) {
        ;(calls[path as keyof Waypost] as (...args: unknown[]) => unknown)(...args)
      },
    },
    getState: () => ({ ...state }),
    show() {
      button.style.display = ''
    },
    hide() {
      button.style.display = 'none'
    },
  }) as StartedWaypost
  return [calls, element, observer, waiting] as const
}
