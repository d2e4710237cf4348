import type { WholeCatalogue } from './catalogue.js'
import type { Translator } from './i18n.js'
import { ourLanguage } from './languages.js'
import { enUploads } from './messages/en-uploads.js'

/** The words of a language, and those that are added to them. */
type Learning = () => Promise<[words: object, more: Partial<WholeCatalogue>]>

/** With the file of the language itself, which the panel has: they are added to what stands there. */
const languages: Record<string, Learning> = {
  sv: async () => [
    (await import('./messages/sv.js')).sv,
    (await import('./messages/sv-uploads.js')).svUploads as Partial<WholeCatalogue>,
  ],
  da: async () => [
    (await import('./messages/da.js')).da,
    (await import('./messages/da-uploads.js')).daUploads as Partial<WholeCatalogue>,
  ],
  nb: async () => [
    (await import('./messages/nb.js')).nb,
    (await import('./messages/nb-uploads.js')).nbUploads as Partial<WholeCatalogue>,
  ],
  uk: async () => [
    (await import('./messages/uk.js')).uk,
    (await import('./messages/uk-uploads.js')).ukUploads as Partial<WholeCatalogue>,
  ],
}

/** Teaches the words of files, where somebody is about to add one or has got one. */
export async function learnUploads({ locale, learn }: Translator): Promise<void> {
  learn(enUploads)
  const added = await languages[ourLanguage(locale)]?.()
  if (added) Object.assign(...added)
}
