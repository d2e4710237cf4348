import { createSites, type Site, type Sites } from '../http/site.js'
import type { Config, ResolvedSite } from './config-schema.js'

/** The sites as the doors see them; a site's own pages always may call it. */
export function composeSites(config: Config, publicUrl: string): Sites {
  const own = new URL(publicUrl).origin
  const [first, ...rest] = config.sites.map((site) => siteOf(site, own))
  if (!first) throw new Error('A server has at least one site')
  return createSites([first, ...rest])
}

function siteOf(site: ResolvedSite, own: string): Site {
  return {
    key: site.key,
    name: site.name,
    defaultLocale: site.defaultLocale,
    origins: [...site.origins, own],
    theme: { accent: site.theme.accent, font: site.theme.font },
    mode: site.mode,
    kinds: site.kinds,
    replyHours: site.replyHours,
  }
}
