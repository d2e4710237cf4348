import type { FoundContent } from '../../../domain/education/learning-finder.js'
import { html, type SafeHtml } from '../../../foundation/html.js'
import { minutesOf } from '../../present/education.js'
import { learnIcon } from '../icons.js'
import type { Visit } from '../page.js'
import type { Row } from '../rows.js'
import { drawExcerpt } from './draw-excerpt.js'
import { inLocale } from './in-locale.js'

/** Courses and lessons in which the words stand, apart from the articles. */
export function drawLearning(visit: Visit, found: readonly FoundContent[]): SafeHtml {
  const { words } = visit
  const hits = found.map(({ content, excerpt, course }) => {
    const lang = inLocale(visit, content.locale)
    const facts = [
      course !== null && words.t('learn.hit.course', { title: course }),
      words.minutes(minutesOf(content)),
    ]
    return html`<li><h3><a href="${pathOf(visit, content)}"${lang}>${learnIcon}${named(visit, content)}</a></h3>
${excerpt.length > 0 && html`<p class="second"${lang}>${drawExcerpt(excerpt)}</p>`}
<p class="small quiet">${facts.filter(Boolean).join(' · ')}</p></li>`
  })
  return html`<section class="taught"><h2 class="title2">${words.t('learn.place')}</h2>
<ul class="hits">${hits}</ul></section>`
}

/** The same as rows among others. */
export function learningRows(visit: Visit, found: readonly FoundContent[]): readonly Row[] {
  return found.map(({ content }) => ({
    ...{ path: pathOf(visit, content), title: named(visit, content), icon: learnIcon },
    lang: inLocale(visit, content.locale),
    aside: html`<span class="small quiet">${visit.words.minutes(minutesOf(content))}</span>`,
  }))
}

const named = ({ words }: Visit, { kind, title }: FoundContent['content']) =>
  words.t(`learn.hit.${kind}`, { title })

function pathOf({ paths }: Visit, content: FoundContent['content']): string {
  const { locale, contentId } = content
  return content.kind === 'course'
    ? paths.course(locale, contentId)
    : paths.lesson(locale, content.courseId, contentId)
}
