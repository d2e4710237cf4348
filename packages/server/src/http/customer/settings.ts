import type { Settings } from '@waypost/sdk/contract'
import type { EducationRoom } from '../../domain/education/education.js'
import { nearestLocale } from '../../domain/knowledge/nearest-locale.js'
import type { SearchIndex } from '../../domain/knowledge/search-index.js'
import { directionOf } from '../../foundation/direction.js'
import { nameOfLocale } from '../../foundation/name-of-locale.js'
import type { Endpoints } from '../endpoint.js'
import { presentForm } from '../present/form.js'
import type { Sites } from '../site.js'

export interface SettingsEndpointsDeps {
  sites: Sites
  index: SearchIndex
  education: EducationRoom
}

export function settingsEndpoints({ sites, index, education }: SettingsEndpointsDeps) {
  return {
    getSettings: async ({ actor, query }) => {
      const site = sites.find(actor.site) ?? sites.main
      const tags = [...new Set([site.defaultLocale, ...index.locales(site.key)])]
      const locale = nearestLocale(query.locale, tags, site.defaultLocale) ?? site.defaultLocale
      // The words of the form may be in more languages than the articles.
      const reader = { locale: query.locale, fallback: site.defaultLocale }
      const reply: Settings = {
        site: { key: site.key, name: site.name },
        locale,
        locales: tags.map(describeLocale),
        theme: site.theme,
        mode: site.mode,
        form: presentForm(site, reader),
        replyHours: site.replyHours,
        hours: site.hours,
        education: await education.isLearnt(site.key),
      }
      return { reply, locale }
    },
  } satisfies Partial<Endpoints>
}

function describeLocale(tag: string): Settings['locales'][number] {
  return { tag, name: nameOfLocale(tag), direction: directionOf(tag) }
}
