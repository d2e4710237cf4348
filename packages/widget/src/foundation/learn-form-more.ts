import type { WholeCatalogue } from './catalogue.js'
import type { Translator } from './i18n.js'
import { ourLanguage } from './languages.js'
import { enFormMore } from './messages/en-form-more.js'

/** The words of a language, and those that are added to them. */
type Learning = () => Promise<[words: object, more: Partial<WholeCatalogue>]>

/** With the file of the language itself, which the panel has: they are added to what stands there. */
const languages: Record<string, Learning> = {
  sv: async () => [
    (await import('./messages/sv.js')).sv,
    (await import('./messages/sv-form-more.js')).svFormMore as Partial<WholeCatalogue>,
  ],
  da: async () => [
    (await import('./messages/da.js')).da,
    (await import('./messages/da-form-more.js')).daFormMore as Partial<WholeCatalogue>,
  ],
  nb: async () => [
    (await import('./messages/nb.js')).nb,
    (await import('./messages/nb-form-more.js')).nbFormMore as Partial<WholeCatalogue>,
  ],
  uk: async () => [
    (await import('./messages/uk.js')).uk,
    (await import('./messages/uk-form-more.js')).ukFormMore as Partial<WholeCatalogue>,
  ],
}

/** Teaches the words of what a site asks besides; nobody waits for them to open the panel. */
export async function learnFormMore({ locale, learn }: Translator): Promise<void> {
  learn(enFormMore)
  const added = await languages[ourLanguage(locale)]?.()
  if (added) Object.assign(...added)
}
