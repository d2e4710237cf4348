import type { TicketKind } from '@waypost/sdk/contract'
import type { ConfigFault } from './config-fault.js'
import type { FieldConfig, FormConfig } from './form-config.js'

interface FormSite {
  readonly kinds: readonly TicketKind[]
  readonly defaultLocale: string
  readonly form: FormConfig
}

const WITH_OPTIONS: readonly FieldConfig['type'][] = ['choice', 'choices', 'time-window']
const NEED_OPTIONS: readonly FieldConfig['type'][] = ['choice', 'choices']
const WITHOUT_BOUNDS: readonly FieldConfig['type'][] = ['choice', 'checkbox', 'phone', 'order']

/** What each part of a form, right by itself, gets wrong about the others. */
export function formFaults({ kinds, defaultLocale, form }: FormSite): ConfigFault[] {
  const { fields, consent, privacyUrl } = form
  return [
    ...fields.flatMap((field, index) =>
      [
        ...idFaults(field, fields.slice(0, index)),
        ...kindFaults(field, kinds),
        ...optionFaults(field),
        ...reasonFaults(field, fields.slice(0, index)),
        ...boundFaults(field),
        ...hiddenFaults(field),
        ...wordFaults(field, defaultLocale),
      ].map(({ path, says }) => ({ path: ['form', 'fields', index, ...path], says })),
    ),
    ...lacking(consent, defaultLocale, ['form', 'consent']),
    ...lacking(privacyUrl, defaultLocale, ['form', 'privacyUrl']),
  ]
}

function* idFaults({ id }: FieldConfig, before: readonly FieldConfig[]): Iterable<ConfigFault> {
  const path = ['id']
  if (id in {}) yield { path, says: `"${id}" is a name that JavaScript keeps for itself` }
  if (before.some((other) => other.id === id)) {
    yield { path, says: `"${id}" is the id of another field` }
  }
}

function* kindFaults(field: FieldConfig, offered: readonly TicketKind[]): Iterable<ConfigFault> {
  for (const kind of field.kinds ?? []) {
    if (offered.includes(kind)) continue
    yield { path: ['kinds'], says: `names "${kind}", which is not among the kinds of the site` }
  }
}

function* optionFaults({ type, options }: FieldConfig): Iterable<ConfigFault> {
  const path = ['options']
  if (!options && NEED_OPTIONS.includes(type)) {
    yield { path, says: `is missing: a field of type "${type}" offers something to choose` }
  }
  if (!options) return
  if (!WITH_OPTIONS.includes(type)) {
    yield { path, says: `means nothing to a field of type "${type}"` }
  }
  const values = options.map(optionValue)
  const twin = values.find((value, index) => values.indexOf(value) !== index)
  if (twin !== undefined) yield { path, says: `holds "${twin}" twice` }
}

function* reasonFaults(
  { when }: FieldConfig,
  before: readonly FieldConfig[],
): Iterable<ConfigFault> {
  if (!when) return
  const reason = before.find(({ id }) => id === when.field)
  if (!reason) {
    yield { path: ['when', 'field'], says: `names "${when.field}", which is no field before it` }
    return
  }
  if (reason.hidden) {
    yield { path: ['when', 'field'], says: `names "${when.field}", which nobody is asked` }
  }
  const values: readonly unknown[] | undefined =
    reason.type === 'checkbox' ? [true, false] : reason.options?.map(optionValue)
  for (const value of values ? when.is.filter((one) => !values.includes(one)) : []) {
    const says = `holds ${JSON.stringify(value)}, which "${when.field}" never is`
    yield { path: ['when', 'is'], says }
  }
}

function* boundFaults({ type, min, max }: FieldConfig): Iterable<ConfigFault> {
  const wanted = type === 'date' ? 'string' : 'number'
  for (const [name, bound] of Object.entries({ min, max })) {
    if (bound === null) continue
    if (WITHOUT_BOUNDS.includes(type)) {
      yield { path: [name], says: `means nothing to a field of type "${type}"` }
    } else if (typeof bound !== wanted) {
      const example = type === 'date' ? 'a day as "2026-11-22"' : 'a number'
      yield { path: [name], says: `of a field of type "${type}" is ${example}` }
    }
  }
  if (min !== null && max !== null && typeof min === typeof max && min > max) {
    yield { path: ['max'], says: 'is less than min' }
  }
}

function* hiddenFaults({ hidden, required, type }: FieldConfig): Iterable<ConfigFault> {
  if (hidden && required) yield { path: ['required'], says: 'cannot be asked of a hidden field' }
  if (hidden && type === 'file') yield { path: ['hidden'], says: 'means nothing to a file' }
}

function wordFaults({ label, help, options }: FieldConfig, locale: string): ConfigFault[] {
  return [
    ...lacking(label, locale, ['label']),
    ...lacking(help, locale, ['help']),
    ...(options ?? []).flatMap((option, index) =>
      typeof option === 'string' ? [] : lacking(option.label, locale, ['options', index, 'label']),
    ),
  ]
}

/** Whoever reads none of the languages there are gets that of the site, so it has to be there. */
function lacking(
  said: string | Readonly<Record<string, string>> | null,
  locale: string,
  path: (string | number)[],
): ConfigFault[] {
  if (said === null || typeof said === 'string' || Object.hasOwn(said, locale)) return []
  return [{ path, says: `lacks "${locale}", the default language of the site` }]
}

function optionValue(option: NonNullable<FieldConfig['options']>[number]): string {
  return typeof option === 'string' ? option : option.value
}
