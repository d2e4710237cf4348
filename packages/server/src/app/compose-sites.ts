import { createSites, type Site, type Sites } from '../http/site.js'
import { composeForm } from './compose-form.js'
import type { Config, ResolvedSite } from './config-schema.js'
import { composeHours } from './hours-config.js'

/** The sites as the doors see them; a site's own pages always may call it. */
export function composeSites(config: Config, publicUrl: string): Sites {
  const [first, ...rest] = config.sites.map((site) => siteOf(site, publicUrl))
  if (!first) throw new Error('A server has at least one site')
  return createSites([first, ...rest])
}

function siteOf(site: ResolvedSite, publicUrl: string): Site {
  const { accent, font, radius, logo } = site.theme
  return {
    key: site.key,
    name: site.name,
    defaultLocale: site.defaultLocale,
    origins: [...site.origins, new URL(publicUrl).origin],
    theme: { accent, font, radius, logo: logo && new URL(logo, publicUrl).href },
    mode: site.mode,
    kinds: site.kinds,
    replyHours: site.replyHours,
    hours: site.hours && composeHours(site.hours),
    hasOrders: site.orders !== undefined,
    attachments: site.attachments,
    proofOfWork: site.proofOfWork,
    form: composeForm(site.form, { locale: site.defaultLocale, publicUrl }),
  }
}
