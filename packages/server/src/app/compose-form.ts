import type { SiteForm, Words } from '../domain/forms/site-form.js'
import type { AskedForm } from '../domain/tickets/answered.js'
import { presentField } from '../http/present/form.js'
import type { Sites } from '../http/site.js'
import type { FormConfig } from './form-config.js'

export interface ComposeFormOptions {
  /** Under which a text stands that was written for all. */
  locale: string
  publicUrl: string
}

/** A site's form with every text by locale, and every address whole. */
export function composeForm(
  { fields, consent, privacyUrl }: FormConfig,
  { locale, publicUrl }: ComposeFormOptions,
): SiteForm {
  const whole = (path: string) => new URL(path, publicUrl).href
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
    privacyUrl: byLocale(
      typeof privacyUrl === 'string' ? whole(privacyUrl) : mapped(privacyUrl, whole),
    ),
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

function mapped(words: Words | null, change: (text: string) => string): Words | null {
  const entries = Object.entries(words ?? {}).map(([tag, text]) => [tag, change(text)])
  return words && Object.fromEntries(entries)
}
