let refusals = 0

/**
 * A browser keeps from a page why it may not read an answer. Where the server can be reached all the
 * same, the page's origin was refused: the developer reads on the console what would let it in.
 */
export async function explainRefusal(url: string): Promise<void> {
  const [server] = url.split('/v1/')
  try {
    await fetch(`${server}/healthz`, { mode: 'no-cors' })
  } catch {
    return
  }
  // A server that was just starting again is not met twice.
  if (++refusals !== 2) return
  const word = origin === 'null' ? 'file' : origin
  console.error(`[waypost] ${server} refuses this page. Add '${word}' to \`origins\` of the site.`)
}
