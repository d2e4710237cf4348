import type { TicketAnswer, TicketFields } from '@waypost/sdk/contract'
import type { SiteField, SiteForm } from '../../domain/forms/site-form.js'
import { inWords, type Reader } from './form.js'

/** The answers of a ticket in the order of its site's form, then those that it asks for no more. */
export function presentAnswers(
  answers: TicketFields,
  { fields }: SiteForm,
  reader: Reader,
): TicketAnswer[] {
  const known = new Map(fields.map((field) => [field.id, field]))
  const order = [...known.keys()].filter((id) => Object.hasOwn(answers, id))
  const ids = [...new Set([...order, ...Object.keys(answers)])]
  return ids.flatMap((id): TicketAnswer[] => {
    const [value, field] = [answers[id], known.get(id)]
    if (value === undefined) return []
    if (!field) return [{ id, label: id, type: null, value, chosen: [] }]
    const label = inWords(field.label, reader)
    return [{ id, label, type: field.type, value, chosen: chosenIn(field, value, reader) }]
  })
}

function chosenIn({ options }: SiteField, value: TicketAnswer['value'], reader: Reader): string[] {
  if (!options) return []
  const chosen = [value].flat()
  return options
    .filter((option) => chosen.includes(option.value))
    .map(({ label }) => inWords(label, reader))
}
