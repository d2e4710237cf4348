import { type Health, WaypostError } from '@waypost/sdk/contract'
import type { Endpoints } from './endpoint.js'

export interface HealthDeps {
  status(): Health['status']
  /** What keeps the server from serving, for operators; `undefined` where nothing does. */
  findTrouble(): Promise<string | undefined>
  openApi(): { openapi: string }
}

export function healthEndpoints({ status, findTrouble, openApi }: HealthDeps) {
  return {
    getHealth: async () => ({ reply: { status: 'ok' as const } }),
    getReadiness: async () => {
      const now = status()
      if (now !== 'ok') throw new WaypostError('unavailable', { detail: `The server is ${now}.` })
      const detail = await findTrouble()
      if (detail !== undefined) throw new WaypostError('unavailable', { detail })
      return { reply: { status: now } }
    },
    getOpenApi: async () => ({ reply: openApi() }),
  } satisfies Partial<Endpoints>
}
