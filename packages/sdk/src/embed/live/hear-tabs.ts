/**
 * Hears what other tabs with a controller say of unread replies, and that somebody has logged out,
 * until there is a controller here, which hears for itself.
 */
export function hearTabs(name: string, show: (count: number) => void, isOver: () => boolean): void {
  let channel: BroadcastChannel | undefined

  // A page with an open channel might not be kept for the way back.
  function close(): void {
    channel?.close()
    channel = undefined
  }

  function open(): void {
    if (isOver() || channel) return
    try {
      channel = new BroadcastChannel(name)
    } catch {
      return
    }
    channel.onmessage = ({ data: { kind, count = 0 } }) => {
      if (kind === 'unread' || kind === 'logout') show(count)
      if (isOver()) close()
    }
  }

  open()
  addEventListener('pagehide', close)
  addEventListener('pageshow', open)
}
