import { WaypostError } from '@waypost/sdk/contract'
import type { Hono } from 'hono'
import { errorResponse } from './error-response.js'

export interface Schemas {
  mount(app: Hono): void
}

/** JSON schemas of what authors write, at `/schemas/<name>.json`, for their editors; made when asked for. */
export function createSchemas(make: () => Readonly<Record<string, object>>): Schemas {
  let texts: ReadonlyMap<string, string> | undefined
  return {
    mount(app) {
      app.get('/schemas/:file', ({ req }) => {
        texts ??= new Map(
          Object.entries(make()).map(([name, schema]) => [`${name}.json`, JSON.stringify(schema)]),
        )
        const text = texts.get(req.param('file'))
        if (text === undefined) return errorResponse(new WaypostError('not_found'))
        return new Response(text, {
          headers: {
            'Content-Type': 'application/schema+json; charset=utf-8',
            'Cache-Control': 'public, max-age=3600',
            'X-Content-Type-Options': 'nosniff',
            'Access-Control-Allow-Origin': '*',
          },
        })
      })
    },
  }
}
