import { attribute, html, type SafeHtml } from '../../foundation/html.js'
import { checkIcon } from './icons.js'
import type { PageView, Visit } from './page.js'

/**
 * Links to the other languages: to this very page where it is there in that language, otherwise to
 * the start of its help.
 */
export function drawLanguages(visit: Visit, view: PageView): SafeHtml {
  const items = visit.locales.map(({ tag, name }) => {
    const same = view.translations?.find(({ locale }) => locale === tag)
    const isCurrent = tag === visit.locale.tag
    return html`<li><a href="${same?.path ?? visit.paths.home(tag)}" lang="${tag}" hreflang="${tag}"${attribute('aria-current', isCurrent && 'true')}>${isCurrent && checkIcon}${name}</a></li>`
  })
  return html`<ul class="languages">${items}</ul>`
}
