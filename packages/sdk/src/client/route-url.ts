import { WaypostError } from '../contract/errors.js'

/**
 * The address of a route: its path with the parameters encoded, then what the query holds.
 * Throws `not_found` for a parameter that a URL cannot carry as one segment of a path.
 */
export function routeUrl(
  baseUrl: string,
  path: string,
  params: Readonly<Record<string, string>> = {},
  query: object = {},
): string {
  const filled = path.replace(/{(\w+)}/g, (_, name: string) => segment(params[name] ?? ''))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) search.append(name, `${value}`)
  }
  const text = `${search}`
  return baseUrl.replace(/\/+$/, '') + filled + (text && `?${text}`)
}

// An empty segment and the dots mean another address, encoded or not: URL §4.4 resolves `%2e` too.
function segment(value: string): string {
  if (/^\.{0,2}$/.test(value)) throw new WaypostError('not_found')
  return encodeURIComponent(value)
}
