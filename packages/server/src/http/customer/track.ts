import type { Insights } from '../../domain/insights/insights.js'
import type { Endpoints } from '../endpoint.js'
import type { Sites } from '../site.js'

export function trackEndpoints({ insights, sites }: { insights: Insights; sites: Sites }) {
  return {
    track: async ({ actor, caller, body, origin }) => {
      const { defaultLocale } = sites.find(actor.site) ?? sites.main
      await insights.track({ actor, caller }, body.events, origin, defaultLocale)
      return { reply: undefined }
    },
  } satisfies Partial<Endpoints>
}
