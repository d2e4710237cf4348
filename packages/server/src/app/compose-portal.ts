import { createPictureSizes } from '../adapters/content/picture-sizes.js'
import type { LearningFinder } from '../domain/education/learning-finder.js'
import type { Finder } from '../domain/knowledge/finder.js'
import type { SearchIndex } from '../domain/knowledge/search-index.js'
import type { Clock } from '../foundation/clock.js'
import { newId } from '../foundation/ids.js'
import type { GuardOpening } from '../http/guard-opening.js'
import { articlePage } from '../http/portal/pages/article-page.js'
import { collectionPage } from '../http/portal/pages/collection-page.js'
import { contactPages } from '../http/portal/pages/contact-page.js'
import { feedPage } from '../http/portal/pages/feed-page.js'
import { homePage } from '../http/portal/pages/home-page.js'
import { learnPages } from '../http/portal/pages/learn-pages.js'
import { llmsPages } from '../http/portal/pages/llms-page.js'
import { mailedPages } from '../http/portal/pages/mailed-pages.js'
import { markdownPage } from '../http/portal/pages/markdown-page.js'
import { requestFilePage } from '../http/portal/pages/request-file-page.js'
import { requestPages } from '../http/portal/pages/request-page.js'
import { requestsPages } from '../http/portal/pages/requests-page.js'
import { robotsPage } from '../http/portal/pages/robots-page.js'
import { searchPage } from '../http/portal/pages/search-page.js'
import { signInPages } from '../http/portal/pages/sign-in-pages.js'
import { sitemapPage } from '../http/portal/pages/sitemap-page.js'
import { teamPages } from '../http/portal/pages/team-pages.js'
import { votePage } from '../http/portal/pages/vote-page.js'
import { createPortal, type Portal, type PortalDeps } from '../http/portal/portal.js'
import { createPortalPaths } from '../http/portal/portal-paths.js'
import type { WidgetFiles } from '../http/widget-files.js'
import type { Rooms } from './compose-rooms.js'
import type { Config } from './config-schema.js'

export interface ComposePortalDeps {
  config: Config
  publicUrl: string
  rooms: Rooms
  index: SearchIndex
  finder: Finder
  learning: LearningFinder
  clock: Clock
  widget: WidgetFiles
  door: Pick<PortalDeps, 'rateLimits' | 'clientAddress' | 'digest' | 'log' | 'now'> & {
    guardOpening: GuardOpening
  }
}

/** The help centre of the main site. A new page adds its line to `pages`. */
export function composePortal(deps: ComposePortalDeps): Portal {
  const { rooms, index, finder, clock, widget } = deps
  const { articles, tickets, ticketTokens, insights, sessions, signIns, mails, attachments } = rooms
  const { guardOpening, rateLimits, digest } = deps.door
  const site = rooms.sites.main
  const paths = createPortalPaths(deps.publicUrl)
  const filePath = (id: string) => paths.own(`/files/${rooms.fileTokens.issue(id, clock.now())}`)
  const { content } = deps.config
  const mailLinks = mails.links
  const pictureSizeOf = content === undefined ? async () => undefined : createPictureSizes(content)
  return createPortal({
    ...deps.door,
    ...{ site, paths, clock },
    pages: [
      homePage({ articles, tickets, ticketTokens, mailLinks, sessions }),
      collectionPage({ articles }),
      markdownPage({ articles }),
      articlePage({ articles, finder, learning: deps.learning, pictureSizeOf, insights }),
      votePage({ articles, digest }),
      searchPage({ articles, finder, learning: deps.learning, insights, newId }),
      ...contactPages({
        ...{ tickets, ticketTokens, mailLinks, finder, insights, sessions, attachments },
        ...{ guardOpening, rateLimits, newId, digest },
      }),
      ...learnPages({
        ...{ articles, pictureSizeOf, sessions, agents: rooms.agents, education: rooms.education },
        ...{ progress: rooms.progress, attempts: rooms.attempts, rateLimits },
      }),
      ...teamPages({ agents: rooms.agents, rateLimits }),
      ...requestsPages({ tickets, ticketTokens, mailLinks, sessions }),
      ...signInPages({ sessions, signIns, handingOver: rooms.handingOver }),
      ...mailedPages({ signIns, mailLinks, clock, sessions, handingOver: rooms.handingOver }),
      ...requestPages({
        ...{ tickets, ticketTokens, mailLinks, articles, finder, attachments, rateLimits },
        ...{ carrying: rooms.carrying, newId, digest, filePath },
      }),
      requestFilePage({ tickets, ticketTokens, mailLinks, attachments, filePath }),
      feedPage({ articles }),
      sitemapPage({ articles, education: rooms.education }),
      robotsPage(),
      ...llmsPages({ articles }),
    ],
    canLearn: () => rooms.education.isLearnt(site.key),
    contentLocales: () => index.locales(site.key),
    widgetFile(path) {
      const address = widget.addressOf(path)
      return address && paths.own(address)
    },
  })
}
