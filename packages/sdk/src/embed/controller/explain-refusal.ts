/** Milliseconds after which a server that was gone is looked for again: each look is a line of the console. */
const AGAIN = 60_000

let refusals = 0
let goneAt = 0

/**
 * A browser keeps from a page why it may not read an answer. Where the server can be reached all the
 * same, the page's origin was refused: the developer reads on the console what would let it in.
 */
export async function explainRefusal(url: string): Promise<void> {
  if (refusals > 1 || Date.now() - goneAt < AGAIN) return
  const [server] = url.split('/v1/')
  try {
    await fetch(`${server}/healthz`, { mode: 'no-cors' })
  } catch {
    goneAt = Date.now()
    return
  }
  // A server that was just starting again is not met twice.
  if (++refusals < 2) return
  const word = origin === 'null' ? 'file' : origin
  console.error(`[waypost] ${server} refuses this page. Add '${word}' to \`origins\` of the site.`)
}
