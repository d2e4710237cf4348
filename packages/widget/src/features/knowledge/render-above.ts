import type { Article } from '@waypost/sdk/contract'
import { html, nothing } from 'lit'
import type { PanelContext } from '../../foundation/panel-context.js'
import { sameLanguage } from '../../foundation/same-language.js'
import { offlineIcon } from '../../ui/icons.js'
import { globeIcon } from './knowledge-icons.js'

/** What is to be known of an article before it is read: that it is from before, or in another language. */
export function renderAbove(
  article: Article,
  { locale, translator }: PanelContext,
  isFromBefore: boolean,
) {
  return html`${
    isFromBefore
      ? html`<div class="notice plain strip" role="status">
          ${offlineIcon}
          <div>${translator.t('article.kept')}</div>
        </div>`
      : nothing
  }
  ${
    sameLanguage(article.locale, locale)
      ? nothing
      : html`<div class="notice plain strip">
          ${globeIcon}
          <div>
            ${translator.t('article.language', { language: nameOf(article.locale, translator.locale) })}
          </div>
        </div>`
  }`
}

function nameOf(tag: string, locale: string): string {
  const names = new Intl.DisplayNames([locale], { type: 'language' })
  return names.of(new Intl.Locale(tag).baseName) ?? tag
}

/** The day of its last change, as the reader writes one. */
export function sayDate({ updatedAt }: Article, panel: PanelContext): string {
  const date = new Date(updatedAt)
  const isThisYear = date.getFullYear() === new Date().getFullYear()
  return new Intl.DateTimeFormat(localeOf(panel), {
    day: 'numeric',
    month: 'long',
    ...(!isThisYear && { year: 'numeric' }),
  }).format(date)
}

/** As `timeLocale()` says it, whose file would bring half a kilobyte along. */
function localeOf({ locale, translator }: PanelContext): string {
  try {
    const [wanted = ''] = Intl.getCanonicalLocales(locale)
    return sameLanguage(wanted, translator.locale) ? wanted : translator.locale
  } catch {
    return translator.locale
  }
}
