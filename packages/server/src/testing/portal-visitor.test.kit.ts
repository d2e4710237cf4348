import type { supportWorld } from './support-world.js'

export interface Read {
  readonly status: number
  readonly headers: Headers
  readonly page: string
  /** Where a redirect leads. */
  readonly to: string
  /** Every `Set-Cookie` of the answer. */
  readonly set: readonly string[]
}

/** Somebody at the portal: a browser without scripts, as far as forms and cookies go. */
export function portalVisitor({ fetch }: Pick<Awaited<ReturnType<typeof supportWorld>>, 'fetch'>) {
  const jar = new Map<string, string>()
  const cookie = () => [...jar].map((pair) => pair.join('=')).join('; ')

  async function ask(path: string, init: RequestInit = {}): Promise<Read> {
    const kept = cookie()
    const answer = await fetch(path, {
      ...init,
      headers: { ...(kept && { Cookie: kept }), ...init.headers },
    })
    const set = answer.headers.getSetCookie()
    for (const line of set) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '') jar.delete(name)
      else jar.set(name, value)
    }
    const to = answer.headers.get('location') ?? ''
    return { status: answer.status, headers: answer.headers, page: await answer.text(), to, set }
  }

  return {
    reads: ask,
    /** Fills in a form of a page that was read, and sends it. */
    sends(path: string, words: Record<string, string>, headers: Record<string, string> = {}) {
      return ask(path, {
        method: 'POST',
        body: new URLSearchParams(words),
        headers: { 'Sec-Fetch-Site': 'same-origin', ...headers },
      })
    },
    cookie,
    /** What the browser keeps, by name. */
    jar,
  }
}

/** The value of a hidden field, as a browser would send it back. */
export function hidden(page: string, name: string): string {
  return new RegExp(`type="hidden" name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''
}

/** What a control of the form holds. */
export function typed(page: string, name: string): string | undefined {
  const [, area] =
    new RegExp(`<textarea[^>]*name="${name}"[^>]*>\n([^<]*)</textarea>`).exec(page) ?? []
  const [, value] = new RegExp(`<input[^>]*name="${name}" value="([^"]*)"`).exec(page) ?? []
  return area ?? value
}
