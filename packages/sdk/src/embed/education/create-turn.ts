/** Of the tabs of a browser one at a time has its turn; who asks for it takes it from another. */
export function createTurn(name: () => string | null, lost: () => void) {
  let pass = () => {}

  return {
    /** Whether it is ours from now on, until it is passed, or taken by another tab. */
    take(byForce: boolean): Promise<boolean> {
      // Not there on pages without TLS, nor needed where tabs share nothing.
      const { locks } = navigator as { locks?: LockManager }
      const lock = name()
      if (!locks || !lock) return Promise.resolve(true)
      return new Promise((answer) => {
        let isOurs = false
        locks
          .request(lock, byForce ? { steal: true } : { ifAvailable: true }, (got) => {
            isOurs = got !== null
            answer(isOurs)
            return got && new Promise<void>((done) => (pass = done))
          })
          .catch(() => {
            // Another tab has taken it; or nobody gets it, where the browser refuses.
            if (isOurs) lost()
            else answer(true)
          })
      })
    },

    pass: () => pass(),
  }
}
