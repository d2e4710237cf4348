import { type Health, WaypostError } from '@waypost/sdk/contract'
import type { Endpoints } from './endpoint.js'

export interface HealthDeps {
  status(): Health['status']
  /** Whether storage answers, and soon enough. */
  isStorageThere(): Promise<boolean>
  openApi: { openapi: string }
}

export function healthEndpoints({ status, isStorageThere, openApi }: HealthDeps) {
  return {
    getHealth: async () => ({ reply: { status: 'ok' as const } }),
    getReadiness: async () => {
      const now = status()
      if (now !== 'ok') throw new WaypostError('unavailable', { detail: `The server is ${now}.` })
      if (!(await isStorageThere())) {
        throw new WaypostError('unavailable', { detail: 'The storage does not answer.' })
      }
      return { reply: { status: now } }
    },
    getOpenApi: async () => ({ reply: openApi }),
  } satisfies Partial<Endpoints>
}
