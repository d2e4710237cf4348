/** Work that takes long, as steps of a few milliseconds: between two of them others have their turn. */
export type Steps<T = void> = Generator<void, T>

/** Does all the steps at once. */
export function allAtOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
