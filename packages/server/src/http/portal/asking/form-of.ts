import type { Form } from '@waypost/sdk/contract'
import { inWords, presentFields } from '../../present/form.js'
import type { Site } from '../../site.js'

/** What the site asks, as its settings tell it to the widget, in the words nearest to a locale. */
export function formOf({ kinds, form, attachments, defaultLocale }: Site, locale: string): Form {
  const reader = { locale, fallback: defaultLocale }
  const { consent, privacyUrl } = form
  return {
    kinds: [...kinds],
    fields: presentFields(form, reader),
    consent: consent && { text: inWords(consent, reader) },
    privacyUrl: privacyUrl && inWords(privacyUrl, reader),
    attachments: attachments && { maxBytes: attachments.maxBytes, maxCount: attachments.maxCount },
    orders: false,
  }
}
