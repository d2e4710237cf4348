import type { Visit } from './page.js'

/** What a site is called that nobody has named. */
const UNNAMED = 'Help'

/** What the site calls its help; its own name is left out where nobody has given it one. */
export function helpTitle({ site, words }: Visit): string {
  return site.name === UNNAMED
    ? words.t('site.unnamed')
    : words.t('site.title', { site: site.name })
}
