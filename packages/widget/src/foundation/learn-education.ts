import type { WholeCatalogue } from './catalogue.js'
import type { Translator } from './i18n.js'
import { ourLanguage } from './languages.js'
import { enEducation } from './messages/en-education.js'

/** The words of a language, and those that are added to them. */
type Learning = () => Promise<[words: object, more: Partial<WholeCatalogue>]>

/** With the file of the language itself, which the panel has: they are added to what stands there. */
const languages: Record<string, Learning> = {
  sv: async () => [
    (await import('./messages/sv.js')).sv,
    (await import('./messages/sv-education.js')).svEducation as Partial<WholeCatalogue>,
  ],
  da: async () => [
    (await import('./messages/da.js')).da,
    (await import('./messages/da-education.js')).daEducation as Partial<WholeCatalogue>,
  ],
  nb: async () => [
    (await import('./messages/nb.js')).nb,
    (await import('./messages/nb-education.js')).nbEducation as Partial<WholeCatalogue>,
  ],
  uk: async () => [
    (await import('./messages/uk.js')).uk,
    (await import('./messages/uk-education.js')).ukEducation as Partial<WholeCatalogue>,
  ],
}

/** Teaches the words of what there is to learn, where somebody comes to it. */
export async function learnEducation({ locale, learn }: Translator): Promise<void> {
  // The other languages have that word from the start.
  learn({ 'panel.loading': 'Loading', ...enEducation })
  const added = await languages[ourLanguage(locale)]?.()
  if (added) Object.assign(...added)
}
