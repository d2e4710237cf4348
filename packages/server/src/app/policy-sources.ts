/** The directives of one Content-Security-Policy; the first of a name counts. */
export type Directives = ReadonlyMap<string, readonly string[]>

/** Several stand in one header, parted by commas; each must let through what is asked for. */
export function readPolicies(text: string): Directives[] {
  return text
    .split(',')
    .map((policy) => {
      const directives = new Map<string, readonly string[]>()
      for (const part of policy.split(';')) {
        const [name = '', ...sources] = part.trim().split(/\s+/)
        const key = name.toLowerCase()
        if (key && !directives.has(key)) directives.set(key, sources)
      }
      return directives
    })
    .filter(({ size }) => size > 0)
}

/**
 * Whether a source list lets an address through, for a page of this origin.
 * https://www.w3.org/TR/CSP3/#match-url-to-source-list
 */
export function allows(sources: readonly string[], address: string, page: string): boolean {
  const url = new URL(address)
  return sources.some((source) => matches(source, url, new URL(page)))
}

function matches(source: string, url: URL, page: URL): boolean {
  if (source === '*') return /^https?:$/.test(url.protocol) || url.protocol === page.protocol
  if (source.toLowerCase() === "'self'") return url.origin === page.origin
  if (source.startsWith("'")) return false
  if (/^[a-z][a-z\d+.-]*:$/i.test(source)) return isScheme(source.toLowerCase(), url)
  const [, scheme, host = '', port, path] =
    /^(?:([a-z][a-z\d+.-]*:)\/\/)?([^/:]+)(?::(\d+|\*))?(\/.*)?$/i.exec(source) ?? []
  const protocol = scheme?.toLowerCase() ?? page.protocol
  return (
    host !== '' &&
    isScheme(protocol, url) &&
    isHost(host.toLowerCase(), url.hostname) &&
    isPort(port, protocol, url) &&
    isPath(path, url.pathname)
  )
}

/** What allows http allows the same on https. */
const isScheme = (scheme: string, { protocol }: URL) =>
  protocol === scheme || (scheme === 'http:' && protocol === 'https:')

const isHost = (host: string, name: string) =>
  host.startsWith('*.') ? name.endsWith(host.slice(1)) : name === host

function isPort(port: string | undefined, scheme: string, url: URL): boolean {
  if (port === '*') return true
  const asked = url.port || (url.protocol === 'https:' ? '443' : '80')
  const usual = url.protocol === 'https:' || scheme === 'https:' ? '443' : '80'
  return asked === (port ?? usual) || (port === '80' && asked === '443')
}

/** With a slash at its end a path is a folder, without one a file. */
function isPath(path: string | undefined, asked: string): boolean {
  if (path === undefined || path === '/') return true
  return path.endsWith('/') ? asked.startsWith(path) : asked === path
}
