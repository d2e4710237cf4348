/** Of a `FetchEvent`, what is needed here. */
export interface FetchEventLike {
  readonly request: Request
  respondWith(answer: Response | Promise<Response>): void
  waitUntil(work: Promise<unknown>): void
}

export interface KeepHelpOptions {
  /** Where the Waypost server is, as `https://support.example.com`; a path after it counts. */
  baseUrl: string
  /** How many answers are kept beside the widget's own files; 300 unless said. The oldest go first. */
  most?: number
  /** Of the cache in this origin; `waypost-help` unless said. */
  name?: string
}

export interface KeptHelp {
  /** Answers what is the widget's or the help's to anybody; `false` leaves the event to you. */
  handle(event: FetchEventLike): boolean
  /** Drops everything that is kept. */
  forget(): Promise<void>
}

/** Files of one build never change; those of this many builds are kept. */
const BUILDS = 2
const OF_BUILD = /^\/assets\/(\w{12})\//
/** What anybody may read, and what it is read with. */
const HELP =
  /^\/(waypost[\w.-]*\.js|assets\/.+|content\/.+|v1\/(settings|(articles|collections|courses|lessons)(\/.*)?|education|suggestions))$/
/** The server is not there, says who stands before it. */
const isAway = ({ status }: Response): boolean => status > 501 && status < 505

/**
 * Keeps what a page reads of the help, for when there is no connection: the files of the widget, settings,
 * articles, what is suggested; no searches, which are a person's own words. The server comes first, the cache where it does not answer. Nothing is kept that was
 * asked with a token or that the server calls private; whoever has a token reads without a connection
 * what anybody may read.
 */
export function keepHelp({
  baseUrl,
  most = 300,
  name = 'waypost-help',
}: KeepHelpOptions): KeptHelp {
  const base = baseUrl.replace(/\/+$/, '')

  /** Below the server's address; `undefined` for what is no help. */
  function pathOf({ method, url, headers }: Request): string | undefined {
    if (method !== 'GET' || headers.has('range')) return undefined
    const [address = ''] = url.split(/[?#]/, 1)
    const path = address.startsWith(`${base}/`) ? address.slice(base.length) : ''
    return HELP.test(path) ? path : undefined
  }

  const known = async (request: Request) =>
    (await caches.open(name)).match(request.url, { ignoreVary: true })

  async function keep(request: Request, answer: Response): Promise<void> {
    // Who has a token may read more than others: their answers are theirs.
    const isTheirs = request.headers.has('authorization')
    const isPrivate = /no-store|private/.test(answer.headers.get('cache-control') ?? '')
    if (!answer.ok || isTheirs || isPrivate) return
    const cache = await caches.open(name)
    await cache.put(request.url, answer)
    await prune(cache)
  }

  async function prune(cache: Cache): Promise<void> {
    const keys = [...(await cache.keys())].reverse()
    const builds = new Set<string>()
    let count = 0
    for (const key of keys) {
      const build = OF_BUILD.exec(key.url.slice(base.length))?.[1]
      const isOver = build ? !builds.has(build) && builds.size === BUILDS : ++count > most
      if (build && !isOver) builds.add(build)
      if (isOver) await cache.delete(key)
    }
  }

  async function answer(event: FetchEventLike, isOfBuild: boolean): Promise<Response> {
    const { request } = event
    const before = isOfBuild ? await known(request) : undefined
    if (before) return before
    try {
      // A script tag asks for what nobody may look into, and so could not be kept; the server lets us.
      const isBlind = request.mode === 'no-cors'
      const fresh = await fetch(
        isBlind ? new Request(request.url, { credentials: 'omit' }) : request,
      )
      if (!isAway(fresh)) {
        event.waitUntil(keep(request, fresh.clone()).catch(() => {}))
        return fresh
      }
      return (await known(request)) ?? fresh
    } catch (error) {
      const kept = await known(request)
      if (kept) return kept
      throw error
    }
  }

  return {
    handle(event) {
      const path = pathOf(event.request)
      if (path === undefined) return false
      event.respondWith(answer(event, OF_BUILD.test(path)))
      return true
    },

    async forget() {
      await caches.delete(name)
    },
  }
}
