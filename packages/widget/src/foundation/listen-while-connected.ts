import type { ReactiveControllerHost } from 'lit'

/** Hears events of the window, `visibilitychange` too, for as long as the host is on the page. */
export function listenWhileConnected(
  host: ReactiveControllerHost,
  listeners: Readonly<Record<string, () => void>>,
): void {
  const each = (change: typeof addEventListener) => () => {
    for (const [type, hear] of Object.entries(listeners)) change(type, hear)
  }
  host.addController({
    hostConnected: each(addEventListener),
    hostDisconnected: each(removeEventListener),
  })
}
