import type { Messages, MessageText } from '@waypost/sdk/contract'
import type { Translated } from '../foundation/catalogue.js'
import { languageOf, ourLanguage } from '../foundation/languages.js'
import { enTour } from '../foundation/messages/en-tour.js'

type Words = Translated<typeof enTour, Intl.LDMLPluralRule>
type Said = Readonly<Partial<Record<string, MessageText>>>

/** Says messages of tours and tips. */
export interface TourWords {
  /** BCP 47, of the words. */
  locale: string
  t: (key: keyof Words, values?: Readonly<Record<string, string | number>>) => string
}

/** English comes along; every other language is a small file. */
const catalogues: Readonly<Record<string, () => Promise<Words>>> = {
  sv: async () => (await import('../foundation/messages/sv-tour.js')).svTour,
  da: async () => (await import('../foundation/messages/da-tour.js')).daTour,
  nb: async () => (await import('../foundation/messages/nb-tour.js')).nbTour,
  uk: async () => (await import('../foundation/messages/uk-tour.js')).ukTour,
}

/** The host's words come before ours; English where the words of the language cannot be had. */
export async function loadWords(tag: string, messages: Messages): Promise<TourWords> {
  const language = languageOf(tag)
  const load = catalogues[ourLanguage(language)]
  const words = await load?.().catch(() => undefined)
  const locale = words || messages[language] ? language : 'en'
  const said: Said = { ...(words ?? enTour), ...messages[locale] }
  return {
    locale,
    t(key, values = {}) {
      const message = said[key] || enTour[key]
      const text = typeof message === 'string' ? message : message.other
      return (text ?? '').replace(/\{(\w+)\}/g, (_, name) => `${values[name] ?? ''}`)
    },
  }
}
