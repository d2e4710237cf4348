const realFetch = globalThis.fetch

export interface SeenCall {
  method: string
  path: string
  query: Record<string, string>
  token: string | undefined
  body: unknown
  /** Names the deed. */
  key: string
}

interface Answered {
  status?: number
  body?: unknown
  /** Seconds. */
  retryAfter?: number
}
export type StandInAnswer = Answered | Promise<Answered>

/** A stream that somebody reads, or has read. */
export interface StandInStream {
  token: string | undefined
  after: string | null
  isOpen: boolean
  /** An event with its number, as the server sends it. */
  say(id: number, event: { kind: string }): void
  end(): void
}

/**
 * The network's edge in a page: what the API would answer, and what it was asked. Sessions are
 * `wps_1`, `wps_2`, …, of whoever the identity token names as `sub`.
 */
export function standInServer(
  answer: (call: SeenCall) => StandInAnswer | undefined = () => undefined,
) {
  const calls: SeenCall[] = []
  const lives: SeenCall[] = []
  const streams: StandInStream[] = []
  let started = 0
  let opened = 0

  function session({ body }: SeenCall): StandInAnswer {
    const { identityToken } = body as { identityToken?: string }
    const sub = identityToken && JSON.parse(atob(identityToken.split('.')[1] ?? '')).sub
    const customer = sub ? { id: `cus_${sub}`, name: sub, email: null } : null
    return { status: 201, body: { token: `wps_${++started}`, expiresAt: '', customer } }
  }

  function created(): StandInAnswer {
    const requester = { name: null, email: null, verification: 'none' }
    const ticket = { id: `tic_${++opened}`, createdAt: new Date().toISOString(), requester }
    return { status: 201, body: { ticket, accessToken: `wpt_${opened}` } }
  }

  globalThis.fetch = async (input, init) => {
    const url = new URL(String(input), location.href)
    const headers = new Headers(init?.headers)
    const call: SeenCall = {
      method: init?.method ?? 'GET',
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      token: headers.get('authorization')?.replace('Bearer ', ''),
      body: init?.body ? JSON.parse(String(init.body)) : undefined,
      key: headers.get('idempotency-key') ?? '',
    }
    if (call.path === '/v1/stream') {
      if (!edge.isGone) return stream(call, headers, init?.signal)
      edge.refused++
      throw new TypeError('Failed to fetch')
    }
    ;(call.path === '/v1/live' ? lives : calls).push(call)
    const usual: Record<string, (call: SeenCall) => StandInAnswer> = {
      'POST /v1/sessions': session,
      'POST /v1/tickets': created,
    }
    const own = await answer(call)
    const asked = own ?? (await usual[`${call.method} ${call.path}`]?.(call))
    const { status = 200, body = { items: [], nextCursor: null }, retryAfter } = asked ?? {}
    init?.signal?.throwIfAborted()
    const type = status < 400 ? 'application/json' : 'application/problem+json'
    return new Response(call.method === 'DELETE' ? null : JSON.stringify(body), {
      status: call.method === 'DELETE' ? 204 : status,
      headers: { 'content-type': type, ...(retryAfter && { 'retry-after': `${retryAfter}` }) },
    })
  }

  function stream({ token }: SeenCall, headers: Headers, signal?: AbortSignal | null): Response {
    const encoder = new TextEncoder()
    let lines: ReadableStreamDefaultController | undefined
    const one: StandInStream = {
      token,
      after: headers.get('last-event-id'),
      isOpen: true,
      say: (id, event) =>
        lines?.enqueue(
          encoder.encode(`id: ${id}\nevent: ${event.kind}\ndata: ${JSON.stringify(event)}\n\n`),
        ),
      end() {
        if (one.isOpen) lines?.close()
        one.isOpen = false
      },
    }
    const body = new ReadableStream({
      start(controller) {
        lines = controller
        controller.enqueue(encoder.encode('retry: 20\n: hello\n\n'))
      },
    })
    signal?.addEventListener('abort', () => {
      one.isOpen = false
      lines?.error(signal.reason)
    })
    streams.push(one)
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } })
  }

  const edge = {
    /** Nobody answers who asks for a stream. */
    isGone: false,
    /** Streams that were asked for meanwhile. */
    refused: 0,
    calls,
    /** Those that were opened, the last one last. */
    streams,
    /** Asked by the widget of itself, beside what anybody does. */
    lives,
    /** Each call in one line: `GET /v1/tickets wps_1`. */
    spoken: () => calls.map(({ method, path, token }) => `${method} ${path} ${token ?? 'nobody'}`),
    leave: () => {
      globalThis.fetch = realFetch
    },
  }
  return edge
}

/** An identity token as a host would sign it for somebody; nobody verifies it here. */
export const tokenOf = (sub: string) => `head.${btoa(JSON.stringify({ iss: 'host', sub }))}.sign`
