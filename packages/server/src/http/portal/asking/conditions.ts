import type { FormField, TicketKind } from '@waypost/sdk/contract'
import type { Site } from '../../site.js'
import { nameOf } from './answers.js'

/** What must hold for a field to be asked, as far as a page knows while somebody fills it in. */
export interface Condition {
  /** Selectors that must all be found in the form: a stylesheet shows the field as soon as they are. */
  readonly selectors: readonly string[]
  /**
   * Fields on the way to this one, itself as well, that hang on typed words. No stylesheet sees those:
   * where no script runs, the server asks once the words have come.
   */
  readonly unseen: readonly string[]
}

/** As much of a form as says what is asked when; no words of it. */
export interface Asks {
  readonly kinds: readonly TicketKind[]
  readonly fields: readonly (Pick<FormField, 'id' | 'type' | 'kinds' | 'when'> & {
    readonly options: readonly { readonly value: string }[] | null
  })[]
}

const ALWAYS: Condition = { selectors: [], unseen: [] }

/** The condition of every field that has one; a field comes after its reason. */
export function conditionsOf(form: Asks): ReadonlyMap<string, Condition> {
  const conditions = new Map<string, Condition>()
  for (const field of form.fields) {
    const { when } = field
    const reason = form.fields.find(({ id }) => id === when?.field)
    const before = (when && conditions.get(when.field)) ?? ALWAYS
    const own = when ? selectorOf(reason, when.is) : undefined
    const isUnseen = when !== null && own === undefined
    const selectors = [
      ...before.selectors,
      ...kindSelector(form.kinds, field.kinds),
      ...(own === undefined ? [] : [own]),
      ...(isUnseen ? [`${placeOf(field)}:not([hidden])`] : []),
    ]
    if (selectors.length === 0) continue
    const unseen = isUnseen ? [...before.unseen, field.id] : before.unseen
    conditions.set(field.id, { selectors: [...new Set(selectors)], unseen })
  }
  return conditions
}

/** The rules by which the stylesheet of a site shows what is asked, and nothing else. */
export function conditionStyles({ kinds, form }: Pick<Site, 'kinds' | 'form'>): string {
  const fields = form.fields.filter(({ hidden }) => !hidden)
  const rules = [...conditionsOf({ kinds, fields })].map(([id, { selectors }]) => {
    const found = selectors.map((selector) => `:has(${selector})`).join('')
    return `.form${found} ${placeOf({ id })} { display: grid }`
  })
  return rules.length > 0 ? `@supports selector(:has(*)) { ${rules.join('\n')} }` : ''
}

const placeOf = ({ id }: Pick<FormField, 'id'>): string => `[data-field="${id}"]`

function kindSelector(all: readonly TicketKind[], kinds: FormField['kinds']): string[] {
  // With one kind there is nothing to choose, and the server has drawn what it asks.
  if (!kinds || all.length < 2 || all.every((kind) => kinds.includes(kind))) return []
  return [kinds.map((kind) => `[name="kind"][value="${kind}"]:checked`).join()]
}

/** Whether a control holds one of these values; `undefined` where a stylesheet cannot know. */
function selectorOf(
  reason: Asks['fields'][number] | undefined,
  is: readonly (string | number | boolean)[],
): string | undefined {
  if (!reason) return undefined
  const control = `[name="${nameOf(reason)}"]`
  if (reason.type === 'checkbox') {
    const ways = is.map((value) => `${control}${value ? ':checked' : ':not(:checked)'}`)
    return ways.join()
  }
  // No choice at all is found in no control: so these hang on the server.
  if (!reason.options || is.includes(false)) return undefined
  return is
    .map((value) => `:is(${control},${control} option)[value="${escaped(String(value))}"]:checked`)
    .join()
}

/** Whatever an operator calls a value, it ends no rule, and no space of it is taken for a gap. */
function escaped(text: string): string {
  return [...text]
    .map((character) =>
      /[\w-]/.test(character)
        ? character
        : `\\${(character.codePointAt(0) ?? 0).toString(16).padStart(6, '0')}`,
    )
    .join('')
}
