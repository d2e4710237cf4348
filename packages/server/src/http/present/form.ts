import type { Form, FormField } from '@waypost/sdk/contract'
import type { SiteField, SiteForm, Words } from '../../domain/forms/site-form.js'
import { nearestLocale } from '../../domain/knowledge/nearest-locale.js'
import type { Site } from '../site.js'

/** For whom words are chosen: each text in the locale nearest to the wanted one that it has. */
export interface Reader {
  readonly locale: string | undefined
  readonly fallback: string
}

/** All that a site asks of a person, in the words of one reader. */
export function presentForm({ kinds, form, attachments, hasOrders }: Site, reader: Reader): Form {
  const { consent, privacyUrl } = form
  return {
    kinds: [...kinds],
    fields: presentFields(form, reader),
    consent: consent && { text: inWords(consent, reader) },
    privacyUrl: privacyUrl && inWords(privacyUrl, reader),
    attachments: attachments && {
      maxBytes: attachments.maxBytes,
      maxCount: attachments.maxCount,
    },
    orders: hasOrders,
  }
}

/** The fields that a person is asked, in the words of one reader; what is hidden is left out. */
function presentFields({ fields }: SiteForm, reader: Reader): FormField[] {
  return fields.filter(({ hidden }) => !hidden).map((field) => presentField(field, reader))
}

export function presentField(field: SiteField, reader: Reader): FormField {
  return {
    id: field.id,
    type: field.type,
    label: inWords(field.label, reader),
    help: field.help && inWords(field.help, reader),
    kinds: field.kinds,
    required: field.required,
    options:
      field.options?.map(({ value, label }) => ({ value, label: inWords(label, reader) })) ?? null,
    when: field.when,
    min: field.min,
    max: field.max,
  }
}

/** A text nearest to the reader; configuration has made sure that there is one in the fallback. */
export function inWords(words: Words, { locale, fallback }: Reader): string {
  const nearest = nearestLocale(locale, Object.keys(words), fallback)
  return (nearest && words[nearest]) ?? ''
}
