import type { Context } from 'hono'
import type { Clock } from '../../foundation/clock.js'
import { createTranslator } from '../../messages/translator.js'
import { presentForm } from '../present/form.js'
import type { Site } from '../site.js'
import { describeLocale, negotiateLocale } from './locales.js'
import type { Visit } from './page.js'
import type { PortalPaths } from './portal-paths.js'

export interface VisitsDeps {
  site: Site
  paths: PortalPaths
  /** Locales that hold articles. */
  contentLocales(): readonly string[]
  clientAddress(context: Context): string
  clock: Clock
}

/** Who reads what, found out from the request alone: the portal keeps nothing of its readers. */
export function createVisits({ site, paths, contentLocales, clientAddress, clock }: VisitsDeps) {
  const tags = (): readonly string[] => [...new Set([site.defaultLocale, ...contentLocales()])]

  /** The locale of ours that an `Accept-Language` asks for, or else the site's. */
  const negotiated = ({ headers }: Request): string =>
    negotiateLocale(headers.get('accept-language') ?? '', tags(), site.defaultLocale)

  return {
    tags,
    negotiated,

    /** The locale in an address, where it is one of ours as it is written there. */
    localeIn({ req }: Context): string | undefined {
      const [, , first = ''] = req.path.split('/')
      return tags().find((tag) => tag === first)
    },

    /** In the locale that the address names, or else the one that the browser asks for. */
    visitOf(context: Context): Visit {
      return this.visitIn(context, this.localeIn(context) ?? negotiated(context.req.raw))
    },

    visitIn(context: Context, tag: string): Visit {
      const { req } = context
      const locales = tags().map(describeLocale)
      const locale = locales.find((one) => one.tag === tag) ?? describeLocale(site.defaultLocale)
      return {
        request: req.raw,
        params: req.param() as Record<string, string>,
        query: new URL(req.url).searchParams,
        address: clientAddress(context),
        actor: { kind: 'none', site: site.key },
        site,
        locale,
        locales,
        words: createTranslator(locale.tag),
        paths,
        canAsk: site.mode !== 'docs-only',
        now: clock.now(),
        form: presentForm(site, { locale: locale.tag, fallback: site.defaultLocale }),
      }
    },
  }
}

export type Visits = ReturnType<typeof createVisits>
