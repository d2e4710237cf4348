import { adderOf, type Scene } from './scene.js'
import type { watchPolicy } from './watch-policy.js'

/** Whether what the script fetches comes: both are fetched as it does it, and neither does anything. */
export async function checkScripts(
  scene: Scene,
  policy: ReturnType<typeof watchPolicy>,
): Promise<void> {
  const { server, build } = scene
  // One file holds them all.
  if (!build) return
  for (const name of ['controller', 'panel']) {
    const address = `${server}/assets/${build}/${name}.js`
    try {
      await import(/* @vite-ignore */ address)
    } catch (error) {
      const answer = await fetch(address).catch(() => undefined)
      // What is refused is told as that, and says nothing more.
      if (await policy.hasRefused('script-src', 'trusted-types', 'connect-src')) continue
      const isGone = answer?.status === 404
      adderOf(scene)(
        isGone ? 'version_drift' : 'request_blocked',
        'error',
        `${address} did not come: ${answer ? `the server answers ${answer.status}` : error}`,
        isGone
          ? 'Reload the page; where that does not help, build the widget: pnpm build'
          : 'An extension of the browser or a filter in the network may block it',
      )
    }
  }
}
