export interface LeadDeps {
  /** Of the lock: the same in every tab of a site. */
  name: string
  /** Whether other tabs are of the same person. */
  isShared(): boolean
  /** This tab leads from now on; what it returns is called when that is over. */
  begin(): () => void
}

/** One tab of a browser leads. When it goes, or crashes, one of those that want to takes its place. */
export function createLead({ name, isShared, begin }: LeadDeps) {
  let leaving: AbortController | undefined
  let isLeading = false

  const lead = (signal: AbortSignal) =>
    new Promise<void>((done) => {
      if (signal.aborted) return done()
      isLeading = true
      const end = begin()
      const leave = () => {
        isLeading = false
        end()
        done()
      }
      // It may have been over as soon as it began.
      if (signal.aborted) leave()
      else signal.addEventListener('abort', leave)
    })

  return {
    get isLeading() {
      return isLeading
    },

    want(): void {
      if (leaving) return
      // Not there on pages without TLS: then nobody leads, and each tab looks for itself.
      const { locks } = navigator as { locks?: LockManager }
      leaving = new AbortController()
      const { signal } = leaving
      if (!isShared()) void lead(signal)
      else locks?.request(name, { signal }, () => lead(signal)).catch(() => {})
    },

    leave(): void {
      leaving?.abort()
      leaving = undefined
    },
  }
}
