import { type Health, WaypostError } from '@waypost/sdk/contract'
import type { Endpoints } from './endpoint.js'

export interface HealthDeps {
  status(): Health['status']
  openApi: { openapi: string }
}

export function healthEndpoints({ status, openApi }: HealthDeps) {
  return {
    getHealth: async () => ({ reply: { status: 'ok' as const } }),
    getReadiness: async () => {
      const now = status()
      if (now !== 'ok') throw new WaypostError('unavailable', { detail: `The server is ${now}.` })
      return { reply: { status: now } }
    },
    getOpenApi: async () => ({ reply: openApi }),
  } satisfies Partial<Endpoints>
}
