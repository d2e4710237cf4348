import type { CarriedCard } from '../../../domain/carried.js'
import { html, type SafeHtml } from '../../../foundation/html.js'
import { learnIcon } from '../icons.js'
import type { Visit } from '../page.js'
import { drawRows, type Row } from '../rows.js'
import { inLocale } from '../searching/in-locale.js'

/** What a reply carries to learn from; checklists and tours live on pages of the host alone. */
export function drawCarried(visit: Visit, cards: readonly CarriedCard[]): SafeHtml | false {
  const rows = cards.flatMap((card) => rowOf(visit, card))
  return rows.length > 0 && html`<div class="carried">${drawRows(rows)}</div>`
}

function rowOf(visit: Visit, card: CarriedCard): Row[] {
  const { words, paths } = visit
  const { kind, id, locale, title, courseId, minutes } = card
  if (kind !== 'course' && kind !== 'lesson') return []
  const path = courseId === null ? paths.course(locale, id) : paths.lesson(locale, courseId, id)
  const time = minutes !== null && html`<span class="small quiet">${words.minutes(minutes)}</span>`
  return [
    {
      path,
      title: words.t(`learn.hit.${kind}`, { title }),
      ...{ lang: inLocale(visit, locale), icon: learnIcon },
      ...(time && { aside: time }),
    },
  ]
}
