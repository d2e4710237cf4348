/** Resolves at the first Ctrl-C or SIGTERM. */
export function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
    // npm and npx hand a signal to the shell that they put between us, which tells nobody: see it go.
    const parent = process.ppid
    const look = () => process.ppid === parent || resolve()
    if (process.env.npm_lifecycle_event) setInterval(look, 500).unref()
  })
}
