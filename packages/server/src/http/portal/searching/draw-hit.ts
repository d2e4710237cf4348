import type { FoundArticles } from '../../../domain/knowledge/finder.js'
import type { FoundArticle } from '../../../domain/knowledge/search-index.js'
import { html, type SafeHtml } from '../../../foundation/html.js'
import { describeLocale } from '../locales.js'
import { markWords } from '../mark-words.js'
import type { Visit } from '../page.js'
import { drawExcerpt } from './draw-excerpt.js'
import { inLocale } from './in-locale.js'

/** One article that was found; of another language than the reader's it says which. */
export function drawHit(
  visit: Visit,
  { document, excerpt }: FoundArticle,
  asked: string,
  { didYouMean = asked, collections }: FoundArticles,
): SafeHtml {
  const { locale, slug, collectionId } = document
  const matches = excerpt.filter(({ match }) => match).map(({ text }) => text)
  const title = markWords(document.title, [didYouMean, ...matches])
  const shelf = collections.find((collection) => collection.collectionId === collectionId)
  const isForeign = locale !== visit.locale.tag
  const lang = inLocale(visit, locale)
  const places = [isForeign && describeLocale(locale).name, shelf?.title].filter(Boolean)
  return html`<li><h2><a href="${visit.paths.article(locale, slug)}"${lang}>${title}</a></h2>
${excerpt.length > 0 && html`<p class="second"${lang}>${drawExcerpt(excerpt)}</p>`}
${places.length > 0 && html`<p class="small quiet"${lang}>${places.join(' · ')}</p>`}</li>`
}
