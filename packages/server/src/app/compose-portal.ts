import { createPictureSizes } from '../adapters/content/picture-sizes.js'
import type { Finder } from '../domain/knowledge/finder.js'
import type { SearchIndex } from '../domain/knowledge/search-index.js'
import { articlePage } from '../http/portal/pages/article-page.js'
import { collectionPage } from '../http/portal/pages/collection-page.js'
import { feedPage } from '../http/portal/pages/feed-page.js'
import { homePage } from '../http/portal/pages/home-page.js'
import { llmsPages } from '../http/portal/pages/llms-page.js'
import { markdownPage } from '../http/portal/pages/markdown-page.js'
import { robotsPage } from '../http/portal/pages/robots-page.js'
import { searchPage } from '../http/portal/pages/search-page.js'
import { sitemapPage } from '../http/portal/pages/sitemap-page.js'
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
  widget: WidgetFiles
  door: Pick<PortalDeps, 'rateLimits' | 'clientAddress' | 'digest' | 'log' | 'now'>
}

/** The help centre of the main site. A new page adds its line to `pages`. */
export function composePortal(deps: ComposePortalDeps): Portal {
  const { rooms, index, finder, widget } = deps
  const { articles } = rooms
  const site = rooms.sites.main
  const paths = createPortalPaths(deps.publicUrl)
  const { content } = deps.config
  const pictureSizeOf = content === undefined ? async () => undefined : createPictureSizes(content)
  return createPortal({
    ...deps.door,
    site,
    paths,
    pages: [
      homePage({ articles }),
      collectionPage({ articles }),
      markdownPage({ articles }),
      articlePage({ articles, finder, pictureSizeOf }),
      searchPage({ articles, finder }),
      feedPage({ articles }),
      sitemapPage({ articles }),
      robotsPage(),
      ...llmsPages({ articles }),
    ],
    contentLocales: () => index.locales(site.key),
    widgetFile(path) {
      const address = widget.addressOf(path)
      return address && paths.own(address)
    },
  })
}
