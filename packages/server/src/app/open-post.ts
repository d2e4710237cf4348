import { createLetterWriter } from '../adapters/mail/write-letter.js'
import type { Leases } from '../domain/leases/leases.js'
import type { Storage } from '../domain/storage.js'
import type { Clock } from '../foundation/clock.js'
import type { Logger } from '../foundation/logger.js'
import { renderRichText } from '../foundation/rich-text-html.js'
import { renderMarkdown } from '../foundation/rich-text-markdown.js'
import { createPortalPaths } from '../http/portal/portal-paths.js'
import { richTextWords } from '../http/portal/rich-text-words.js'
import { cardUrl } from '../http/present/card-url.js'
import type { Rooms } from './compose-rooms.js'
import type { Config } from './config-schema.js'
import { postMails } from './post-mails.js'

export interface OpenPostDeps {
  config: Config
  publicUrl: string
  rooms: Rooms
  storage: Storage
  clock: Clock
  leases: Leases
  log: Logger
}

/** Begins to send what stands in the outbox, with links to the portal where a site has one. */
export function openPost({ publicUrl, rooms, storage, clock, leases, log }: OpenPostDeps) {
  const { sites } = rooms
  const { outbox, occasions, mailer, prune } = rooms.mails
  const paths = createPortalPaths(publicUrl)
  const ofSite = (path: string) => paths.absolute(paths.own(path))
  const writeLetter = createLetterWriter({
    siteOf(key) {
      const { name, defaultLocale, theme } = sites.find(key) ?? sites.main
      return { name, defaultLocale, accent: theme.accent }
    },
    // The portal is that of the main site.
    urlOf: (site, locale, token) =>
      site === sites.main.key ? paths.absolute(paths.mailed(locale, token)) : undefined,
    cardUrl: cardUrl(publicUrl, sites.main.key),
    drawBody: (body, words) => ({
      text: renderMarkdown(body, { articleUrl: () => undefined, siteUrl: ofSite }),
      html: renderRichText(body, {
        words: richTextWords(words),
        articleUrl: () => undefined,
        siteUrl: ofSite,
        headingOffset: 1,
      }),
    }),
  })
  return postMails({
    ...{ storage, clock, leases, log, outbox, occasions, mailer, writeLetter, prune },
  })
}
