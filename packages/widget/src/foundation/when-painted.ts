/** Runs once what has changed by now can be seen, so that it is not what one waits for. */
export function whenPainted(run: () => void): void {
  requestAnimationFrame(() => setTimeout(run))
}
