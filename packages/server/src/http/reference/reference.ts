import type { Hono } from 'hono'
import { send } from '../portal/send-page.js'
import { drawPage } from './draw-page.js'
import type { OpenApi } from './open-api.js'
import { readReferenceFiles } from './reference-files.js'

export interface ReferenceDeps {
  openApi(): OpenApi
  publicUrl: string
  digest(text: string): string
}

export interface Reference {
  mount(app: Hono): void
}

/** Our stylesheet and our script, and nothing else at all. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

const FOREVER = { 'Cache-Control': 'public, max-age=31536000, immutable' }

/** The HTTP API as a page, at `/docs/api`: drawn from its OpenAPI document when first asked for. */
export function createReference({ openApi, publicUrl, digest }: ReferenceDeps): Reference {
  const base = new URL(publicUrl).pathname.replace(/\/+$/, '')
  const files = readReferenceFiles(digest)
  const [stylesheet = '', script = ''] = files.map(({ name }) => `${base}/docs/assets/${name}`)
  let page: string | undefined
  return {
    mount(app) {
      app.get('/docs', (c) => c.redirect(`${base}/docs/api`))
      app.get('/docs/api', ({ req }) => {
        page ??= drawPage(openApi(), {
          ...{ stylesheet, script },
          home: `${base}/`,
          document: `${base}/v1/openapi.json`,
        }).toString()
        const headers = { 'Content-Security-Policy': POLICY }
        const sent = { request: req.raw, type: 'text/html', text: page, locale: 'en' }
        return send({ ...sent, cache: 'shared', digest, headers })
      })
      for (const file of files) {
        app.get(`/docs/assets/${file.name}`, ({ req }) =>
          send({ ...file, request: req.raw, cache: 'shared', digest, headers: FOREVER }),
        )
      }
    },
  }
}
