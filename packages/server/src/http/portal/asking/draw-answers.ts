import { askedFields, type FormField } from '@waypost/sdk/contract'
import type { AttachedFile } from '../../../domain/attached-file.js'
import { html, type SafeHtml } from '../../../foundation/html.js'
import { drawFiles, sayLimit } from '../attaching/draw-files.js'
import type { Visit } from '../page.js'
import { answersOf, nameOf } from './answers.js'
import type { AskWords } from './ask-words.js'
import { conditionsOf } from './conditions.js'
import { drawAnswer } from './draw-answer.js'
import { drawField } from './draw-field.js'

/**
 * Every field of the site's own that some answer may ask for: those that are not asked now stand
 * there hidden, until the stylesheet or the script shows them.
 */
export function drawAnswers(
  visit: Visit,
  words: AskWords,
  why: (at: string) => string | undefined,
  attached: readonly AttachedFile[],
): SafeHtml[] {
  const { form } = visit
  const { kind, typed } = words
  const conditions = conditionsOf(form)
  const asked = new Set(askedFields(form.fields, kind, answersOf(form, words)).map(({ id }) => id))
  return form.fields.filter(isPossible).map((field) => {
    const condition = conditions.get(field.id)
    const isAsked = asked.has(field.id)
    const inIt = typed[field.id] ?? []
    const drawn = drawAnswer(visit, {
      ...{ field, condition, isAsked, typed: inIt, fault: why(nameOf(field)) },
      kept: attached.filter(({ id }) => inIt.includes(id)),
    })
    if (!condition?.unseen.includes(field.id)) return drawn
    return html`${drawn}<input type="hidden" name="asked" value="${field.id}"${!isAsked && html` disabled`}>`
  })

  /** A site with one kind offers no other, so nothing that belongs to another is ever asked. */
  function isPossible({ kinds, type }: FormField): boolean {
    if (type === 'file' && !form.attachments) return false
    return !kinds || kinds.some((one) => form.kinds.some((offered) => offered === one))
  }
}

/** Files that belong to no field; where a field of the site's own always asks for some, they go there. */
export function drawAttachments(
  visit: Visit,
  { files }: AskWords,
  fault: string | undefined,
  attached: readonly AttachedFile[],
): SafeHtml | false {
  const { form, words } = visit
  const isAsked = form.fields.some(({ type, kinds, when }) => type === 'file' && !kinds && !when)
  if (!form.attachments || isAsked) return false
  const optional = html` <span class="opt">(${words.t('ask.optional')})</span>`
  return drawField({
    ...{
      id: '_files',
      label: html`${words.t('upload.label')}${optional}`,
      help: sayLimit(visit),
      fault,
    },
    control: (tied) =>
      drawFiles(
        visit,
        { name: 'files', kept: attached.filter(({ id }) => files.includes(id)) },
        tied,
      ),
  })
}
