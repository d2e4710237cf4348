import type { SiteForm, Words } from '../domain/forms/site-form.js'
import type { AskedForm } from '../domain/tickets/answered.js'
import { presentField } from '../http/present/form.js'
import type { Sites } from '../http/site.js'
import type { FormConfig } from './form-config.js'

/** A site's form with every text by locale: one that was written for all stands under the site's. */
export function composeForm({ fields, consent, privacyUrl }: FormConfig, locale: string): SiteForm {
  const byLocale = <T extends string | Words | null>(said: T) =>
    (typeof said === 'string' ? { [locale]: said } : said) as Words | Extract<T, null>
  return {
    fields: fields.map(({ label, help, options, ...field }) => ({
      ...field,
      label: byLocale(label),
      help: byLocale(help),
      options:
        options?.map((option) =>
          typeof option === 'string'
            ? { value: option, label: byLocale(option) }
            : { value: option.value, label: byLocale(option.label) },
        ) ?? null,
    })),
    consent: byLocale(consent),
    privacyUrl: byLocale(privacyUrl),
  }
}

/** What the tickets of a site are held against: its fields, those too that nobody is asked. */
export function askedOf(sites: Sites): (site: string) => AskedForm {
  const forms = new Map(
    sites.all.map(({ key, form, defaultLocale: fallback }) => {
      const fields = form.fields.map((field) =>
        presentField(field, { locale: undefined, fallback }),
      )
      return [key, { fields, wantsConsent: form.consent !== null }]
    }),
  )
  return (site) => forms.get(site) ?? { fields: [], wantsConsent: false }
}
