import { askedFields } from '@waypost/sdk/contract'
import { html, type SafeHtml } from '../../../foundation/html.js'
import type { Visit } from '../page.js'
import { answersOf, nameOf } from './answers.js'
import type { AskWords } from './ask-words.js'
import { conditionsOf } from './conditions.js'
import { drawAnswer } from './draw-answer.js'

/**
 * Every field of the site's own that some answer may ask for: those that are not asked now stand
 * there hidden, until the stylesheet or the script shows them.
 */
export function drawAnswers(
  visit: Visit,
  { kind, typed }: AskWords,
  why: (at: string) => string | undefined,
): SafeHtml[] {
  const { form } = visit
  const conditions = conditionsOf(form)
  const asked = new Set(askedFields(form.fields, kind, answersOf(form, typed)).map(({ id }) => id))
  return form.fields.filter(isPossible).map((field) => {
    const condition = conditions.get(field.id)
    const isAsked = asked.has(field.id)
    const drawn = drawAnswer(visit, {
      ...{ field, condition, isAsked, typed: typed[field.id] ?? [], fault: why(nameOf(field)) },
    })
    if (!condition?.unseen.includes(field.id)) return drawn
    return html`${drawn}<input type="hidden" name="asked" value="${field.id}"${!isAsked && html` disabled`}>`
  })

  /** A site with one kind offers no other, so nothing that belongs to another is ever asked. */
  function isPossible({ kinds }: { kinds: readonly string[] | null }): boolean {
    return !kinds || kinds.some((one) => form.kinds.some((offered) => offered === one))
  }
}
