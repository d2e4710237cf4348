import { GONE } from '../standing.js'

export interface HearTabsDeps {
  /** The same in every tab of a site. */
  name: string
  launcher: EventTarget
  show(count: number): void
  /** There is a controller here, which hears for itself. */
  isOver(): boolean
  /** The page came back from where the browser kept it asleep, and heard nothing. */
  returned(): void
}

/**
 * Hears what other tabs with a controller say of unread replies, and that somebody has logged out,
 * until there is a controller here, or no widget any more.
 */
export function hearTabs({ name, launcher, show, isOver, returned }: HearTabsDeps): void {
  let channel: BroadcastChannel | undefined

  // A page with an open channel might not be kept for the way back.
  function close(): void {
    channel?.close()
    channel = undefined
  }

  function end(): void {
    close()
    removeEventListener('pagehide', close)
    removeEventListener('pageshow', wake)
  }

  function open(): void {
    try {
      channel ??= new BroadcastChannel(name)
    } catch {
      return
    }
    channel.onmessage = ({ data: { kind, count = 0 } }) => {
      if (kind === 'unread' || kind === 'logout') show(count)
      if (isOver()) end()
    }
  }

  function wake({ persisted }: PageTransitionEvent): void {
    if (!persisted) return
    if (isOver()) end()
    else {
      open()
      returned()
    }
  }

  open()
  addEventListener('pagehide', close)
  addEventListener('pageshow', wake)
  launcher.addEventListener(GONE, end)
}
