export interface IntentDeps {
  /** A selector of what opens the panel. */
  openers: string
  /** Somebody is about to open it. */
  onNear(): void
  onOpen(opener: HTMLElement): void
  signal: AbortSignal
}

/**
 * Listens to the whole page, so that an opener may come later, and before the page does, so that
 * nothing can keep a click from us. An opener that is a link leads nowhere as long as we are here.
 */
export function watchIntent({ openers, onNear, onOpen, signal }: IntentDeps): void {
  for (const type of ['pointerover', 'focusin', 'touchstart', 'click']) {
    addEventListener(
      type,
      (event) => {
        const opener = (event.target as Element).closest?.<HTMLElement>(`:is(${openers})`)
        if (!opener) return
        if (type !== 'click') return onNear()
        event.preventDefault()
        onOpen(opener)
      },
      { capture: true, signal },
    )
  }
}
