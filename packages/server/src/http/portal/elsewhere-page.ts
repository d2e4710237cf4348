import type { FoundTranslations } from '../../domain/knowledge/articles.js'
import { html } from '../../foundation/html.js'
import { globeIcon } from './icons.js'
import { describeLocale } from './locales.js'
import type { PageView, Visit } from './page.js'
import { drawSearchForm } from './search-form.js'

/**
 * An article that the reader's language does not have: not found, with the way to where it is. No
 * redirect, because a reader who is sent into another language unasked thinks it is a mistake.
 */
export function elsewherePage(
  visit: Visit,
  { article, translations }: FoundTranslations,
): PageView & { status: number } {
  const { words, paths } = visit
  const all = [article, ...translations].map((each) => ({
    ...describeLocale(each.locale),
    title: each.title,
    path: paths.article(each.locale, each.slug),
  }))
  const title = words.t('article.elsewhere.title')
  return {
    title,
    status: 404,
    search: false,
    place: 'articles',
    cache: 'none',
    translations: all.map(({ tag, path }) => ({ locale: tag, path })),
    main: html`<div class="wrap narrow-page trouble">
<span class="mark">${globeIcon}</span>
<h1 class="title1">${title}</h1>
<p class="lead">${words.t('article.elsewhere')}</p>
<ul class="rows card">${all.map(
      ({ tag, name, title: heading, path, direction }) =>
        html`<li><a class="row" href="${path}" hreflang="${tag}"><span class="two" lang="${tag}" dir="${direction}"><span class="strong">${heading}</span><span class="small second">${name}</span></span></a></li>`,
    )}</ul>
${drawSearchForm(visit, { size: 'large' })}
</div>`,
  }
}
