import { html } from '../../../foundation/html.js'
import type { PortalPage } from '../page.js'
import { drawSearchForm } from '../search-form.js'

/** Where everybody begins: search first, then the collections, then a person. */
export function homePage(): PortalPage {
  return {
    method: 'GET',
    path: '',
    async answer(visit) {
      const { words, paths, locale, locales } = visit
      return {
        title: '',
        place: 'articles',
        search: false,
        canonical: paths.home(locale.tag),
        translations: locales.map(({ tag }) => ({ locale: tag, path: paths.home(tag) })),
        main: html`<div class="hero"><div class="wrap"><h1>${words.t('home.title')}</h1>
${drawSearchForm(visit, { size: 'large' })}</div></div>`,
      }
    },
  }
}
