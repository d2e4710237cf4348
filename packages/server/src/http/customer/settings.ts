import type { Settings } from '@waypost/sdk/contract'
import { nearestLocale } from '../../domain/knowledge/nearest-locale.js'
import type { SearchIndex } from '../../domain/knowledge/search-index.js'
import { directionOf } from '../../foundation/direction.js'
import type { Endpoints } from '../endpoint.js'
import type { Sites } from '../site.js'

export function settingsEndpoints({ sites, index }: { sites: Sites; index: SearchIndex }) {
  return {
    getSettings: async ({ actor, query }) => {
      const site = sites.find(actor.site) ?? sites.main
      const tags = [...new Set([site.defaultLocale, ...index.locales(site.key)])]
      const locale = nearestLocale(query.locale, tags, site.defaultLocale) ?? site.defaultLocale
      const reply: Settings = {
        site: { key: site.key, name: site.name },
        locale,
        locales: tags.map(describeLocale),
        theme: site.theme,
        mode: site.mode,
        form: {
          kinds: [...site.kinds],
          fields: [],
          consent: null,
          privacyUrl: null,
          attachments: null,
          orders: false,
        },
        replyHours: site.replyHours,
        hours: null,
      }
      return { reply, locale }
    },
  } satisfies Partial<Endpoints>
}

/** A locale with its name in itself, as a reader would look for it. */
function describeLocale(tag: string): Settings['locales'][number] {
  const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag
  return { tag, name, direction: directionOf(tag) }
}
