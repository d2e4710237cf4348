/** What the controller fetches when somebody needs it, and tells what it must know once it has come. */
export function createLazyPart<Part>(fetch: () => Promise<Part>) {
  let part: Promise<Part> | undefined

  function get(): Promise<Part> {
    part ??= fetch()
    // Who needs it next tries again.
    part.catch(() => {
      part = undefined
    })
    return part
  }

  return {
    get,
    /** Says something to it, where it has come. */
    say: (word: (part: Part) => void) => void part?.then(word, () => {}),
  }
}
