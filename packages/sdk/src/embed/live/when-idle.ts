/** Resolves when everything that the page itself asked for has come. */
export function isLoaded(): Promise<unknown> {
  if (document.readyState === 'complete') return Promise.resolve()
  return new Promise((done) => addEventListener('load', done, { once: true }))
}

/** Resolves when the browser has nothing better to do; Safari cannot say, and waits a moment. */
export function isIdle(): Promise<unknown> {
  return new Promise((done) =>
    'requestIdleCallback' in self ? requestIdleCallback(done) : setTimeout(done, 200),
  )
}
