import type { FoundContent } from '../../../domain/education/learning-finder.js'
import { html, type SafeHtml } from '../../../foundation/html.js'
import type { Visit } from '../page.js'
import { drawExcerpt } from './draw-excerpt.js'
import { inLocale } from './in-locale.js'

/** Courses and lessons in which the words stand, apart from the articles. */
export function drawLearning(visit: Visit, found: readonly FoundContent[]): SafeHtml {
  const { words, paths } = visit
  const hits = found.map(({ content, excerpt }) => {
    const { locale, contentId, title, kind } = content
    const path =
      kind === 'course'
        ? paths.course(locale, contentId)
        : paths.lesson(locale, content.courseId, contentId)
    const lang = inLocale(visit, locale)
    return html`<li><h3><a href="${path}"${lang}>${title}</a></h3>
${excerpt.length > 0 && html`<p class="second"${lang}>${drawExcerpt(excerpt)}</p>`}</li>`
  })
  return html`<section class="taught"><h2 class="title2">${words.t('learn.place')}</h2>
<ul class="hits">${hits}</ul></section>`
}
