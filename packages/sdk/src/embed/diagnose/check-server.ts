import { adderOf, type Scene } from './scene.js'
import type { watchPolicy } from './watch-policy.js'

/** A session token or identity token is refused by a server whose clock is further away. */
const MOST_SKEW = 60_000
const PATIENCE = 8_000

interface Asked {
  /** What the page may read. */
  answer?: Response
  /** Something answered, be it readable or not. */
  isThere: boolean
}

/** How it goes when the page asks for an address as the widget does, and when it only knocks. */
async function ask(address: string): Promise<Asked> {
  const options = { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) } as const
  try {
    return { answer: await fetch(address, options), isThere: true }
  } catch {
    const knock = fetch(address, { ...options, mode: 'no-cors' })
    return { isThere: await knock.then(() => true).catch(() => false) }
  }
}

/**
 * Whether the server can be reached, is one of ours, lets the page in, and tells the same time.
 * Resolves to false where there is nobody to ask for anything else.
 */
export async function checkServer(
  scene: Scene,
  policy: ReturnType<typeof watchPolicy>,
): Promise<boolean> {
  const { server, options, build } = scene
  const add = adderOf(scene)
  const site = options.site ? `?site=${encodeURIComponent(options.site)}` : ''
  const before = Date.now()
  const paths = ['/assets/manifest.json', `/v1/settings${site}`]
  const [manifest, settings] = (await Promise.all(paths.map((path) => ask(server + path)))) as [
    Asked,
    Asked,
  ]
  // What it refuses it refuses all of, and says nothing about the server.
  if (await policy.hasRefused('connect-src')) return true

  if (!manifest.isThere && !settings.isThere) {
    tellAway(scene)
    return false
  }
  for (const [index, { isThere }] of [manifest, settings].entries()) {
    if (!isThere) tellBlocked(scene, server + paths[index])
  }
  const found = await manifest.answer?.json().catch(() => undefined)
  if (manifest.isThere && typeof found?.build !== 'string') {
    add(
      'server_unreachable',
      'error',
      `At ${server} something answers that is no Waypost`,
      'Correct baseUrl, or the src of the script tag; a proxy may have to hand on /assets/ and /v1/',
    )
    return false
  }
  if (settings.isThere && !settings.answer) {
    const word = location.origin === 'null' ? 'file' : location.origin
    const name = options.site ? `the site “${options.site}”` : 'the site'
    add(
      'origin_not_allowed',
      'error',
      `${server} does not let this page in`,
      `Add '${word}' to origins of ${name} in the configuration and start the server again` +
        (options.site ? `; is there a site “${options.site}”?` : ''),
    )
  } else if (settings.answer && !settings.answer.ok) {
    add(
      'server_unreachable',
      'error',
      `${server} answers ${settings.answer.status} where its settings stand`,
      'Look into the log of the server',
    )
  }
  checkClock(scene, manifest.answer?.headers.get('date'), before)
  if (found) await checkBuild(scene, found.build, build)
  return true
}

/** No answer at all, by anything. */
function tellAway(scene: Scene): void {
  const { server, scripts } = scene
  const add = adderOf(scene)
  if (!navigator.onLine) {
    add('server_unreachable', 'error', 'This computer is offline', 'Connect it, then try again')
  } else if (location.protocol === 'https:' && /^http:\/\/(?!localhost|127\.)/.test(server)) {
    add(
      'server_unreachable',
      'error',
      `A page on https calls nothing on http, as ${server} is`,
      'Give the server TLS',
    )
  } else if (scripts.some((src) => src.startsWith(server))) {
    add(
      'request_blocked',
      'error',
      `The script came from ${server}, but nothing else is let through`,
      'An extension of the browser or a filter in the network blocks it, or the server has just gone:' +
        ' open its /readyz in a tab, and serve it below your own domain, as /help-api',
    )
  } else {
    add(
      'server_unreachable',
      'error',
      `Nothing answers at ${server}`,
      'Is the address right, and does the server run? Open its /readyz from this computer',
    )
  }
}

function tellBlocked(scene: Scene, address: string): void {
  adderOf(scene)(
    'request_blocked',
    'error',
    `The server can be reached, but not ${address}`,
    'An extension of the browser or a filter in the network blocks this address: make an exception' +
      ' there, or serve Waypost below another path of your own domain',
  )
}

function checkClock(scene: Scene, date: string | null | undefined, before: number): void {
  // Seconds are all that the header has.
  const skew = date ? (before + Date.now()) / 2 - (Date.parse(date) + 500) : 0
  if (Math.abs(skew) < MOST_SKEW) return
  adderOf(scene)(
    'clock_skewed',
    'warning',
    `This computer’s clock is ${Math.round(Math.abs(skew) / 1000)} seconds ` +
      `${skew > 0 ? 'ahead of' : 'behind'} the server’s`,
    'Set both by a time server: identity tokens are refused by a minute, and times read wrong',
  )
}

/** The server gives out another build than the page has, or has not even this one any more. */
async function checkBuild(scene: Scene, current: string, build: string): Promise<void> {
  if (!build || build === 'latest' || build === current) return
  const options = { redirect: 'manual', cache: 'no-store' } as const
  // The one file that is led to the current build by status where its own is gone.
  const own = await fetch(`${scene.server}/assets/${build}/diagnose.js`, options).catch(() => null)
  const isKept = own?.ok === true
  adderOf(scene)(
    'version_drift',
    isKept ? 'note' : 'error',
    `The page has build ${build}, the server gives out ${current}` +
      (isKept ? '' : ' and keeps that one no longer'),
    'Reload the page. Where its script tag names a build, name the new one, with the hash from' +
      ` ${scene.server}/assets/manifest.json`,
  )
}
