import type { PortalPage } from '../page.js'

/** What robots may read: the pages, and neither the API nor lists that anybody can make longer. */
export function robotsPage(): PortalPage {
  return {
    method: 'GET',
    path: '/robots.txt',
    isGlobal: true,
    async answer({ paths }) {
      const lines = [
        'User-agent: *',
        `Disallow: ${paths.own('/v1/')}`,
        `Disallow: ${paths.root}/*/search`,
        '',
        `Sitemap: ${paths.absolute(paths.sitemap)}`,
      ]
      return { type: 'text/plain', text: `${lines.join('\n')}\n` }
    },
  }
}
