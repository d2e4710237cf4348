import { directionOf } from '../foundation/direction.js'
import type { Catalogue, MessageKey, ValuesOf } from './catalogue.js'
import { da } from './da.js'
import { en } from './en.js'
import { nb } from './nb.js'
import { sv } from './sv.js'
import { uk } from './uk.js'

/** Says messages, numbers and dates in the language nearest to a reader's. */
export interface Translator {
  /** BCP 47, of the words: `en` where there are none in the language asked for. */
  readonly locale: string
  t<Key extends MessageKey>(key: Key, ...values: ValuesOf<Key>): string
  /** The day of a timestamp, in UTC: a page that is the same for everybody knows no other zone. */
  date(timestamp: string): string
  /** Day and time of a timestamp, in UTC, and it says so. */
  time(timestamp: string): string
  /** A moment to come, in the zone of the team, and it says so: the day only where it is another. */
  soon(at: Date, now: Date, timeZone: string): string
  number(value: number): string
  /** A length of time, as `3 min`. */
  minutes(value: number): string
}

const catalogues: Readonly<Record<string, Catalogue>> = {
  en: en as Catalogue,
  sv: sv as Catalogue,
  da: da as Catalogue,
  nb: nb as Catalogue,
  uk: uk as Catalogue,
}

/** Languages whose readers read another one of ours more easily than English. */
const RELATIVES: Readonly<Record<string, string>> = { no: 'nb', nn: 'nb' }

const DAY = 86_400_000

/** English without a country writes its dates as most of its readers do: day, month, year. */
const FORMATS: Readonly<Record<string, string>> = { en: 'en-GB' }

/** Every language that has words here. */
export const languages: readonly string[] = Object.keys(catalogues)

/** The words for readers of a locale, in its language or else in English. */
export function createTranslator(tag: string): Translator {
  const language = tag.toLowerCase().split('-')[0] ?? ''
  const ours = RELATIVES[language] ?? language
  const catalogue = Object.hasOwn(catalogues, ours) ? catalogues[ours] : undefined
  // Figures and dates follow the words: an Arabic date in an English sentence helps nobody.
  const locale = catalogue ? ours : 'en'
  const formats = catalogue && language === ours && tag !== 'en' ? tag : (FORMATS[locale] ?? locale)
  // Among lines from right to left, a question in English keeps its mark at its end.
  const isForeign = directionOf(tag) !== directionOf(locale)
  const messages = catalogue ?? (en as Catalogue)
  const plurals = new Intl.PluralRules(locale)
  const numbers = new Intl.NumberFormat(formats)
  const minutes = new Intl.NumberFormat(locale, { style: 'unit', unit: 'minute' })
  const dates = new Intl.DateTimeFormat(formats, { dateStyle: 'long', timeZone: 'UTC' })
  const times = new Intl.DateTimeFormat(formats, {
    ...{ day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
    ...{ timeZone: 'UTC', timeZoneName: 'short' },
  })

  return {
    locale,
    t: (key, ...given) => {
      const values: Readonly<Record<string, string | number>> = given[0] ?? {}
      const message = messages[key]
      const text =
        typeof message === 'string'
          ? message
          : (message[plurals.select(Number(values.n))] ?? message.other)
      const said = text.replace(/\{(\w+)\}/g, (_, name: string) => {
        const value = values[name] ?? ''
        return typeof value === 'number' ? numbers.format(value) : value
      })
      return isForeign ? `\u2066${said}\u2069` : said
    },
    date: (timestamp) => dates.format(new Date(timestamp)),
    time: (timestamp) => times.format(new Date(timestamp)),
    soon(at, now, timeZone) {
      const day = new Intl.DateTimeFormat('en-CA', { timeZone })
      const isToday = day.format(at) === day.format(now)
      const isThisWeek = at.getTime() - now.getTime() < 6 * DAY
      return new Intl.DateTimeFormat(formats, {
        ...(!isToday && { weekday: 'long' }),
        ...(!isThisWeek && { day: 'numeric', month: 'long' }),
        ...{ hour: '2-digit', minute: '2-digit', timeZone, timeZoneName: 'short' },
      }).format(at)
    },
    number: (value) => numbers.format(value),
    minutes: (value) => minutes.format(value),
  }
}
