import type { Visit } from '../page.js'

/** What the address of a results page asks for. */
export interface SearchRequest {
  readonly asked: string
  /** From 1. */
  readonly page: number
  readonly collection: string | undefined
}

/** Reads `?q=late+fee&collection=payments&page=2`; what makes no sense counts as not said. */
export function searchRequestOf({ query }: Visit): SearchRequest {
  const page = query.get('page') ?? ''
  return {
    asked: (query.get('q') ?? '').replace(/\s+/g, ' ').trim(),
    page: /^[1-9]\d{0,3}$/.test(page) ? Number(page) : 1,
    collection: query.get('collection') || undefined,
  }
}
