import SearchableMap from 'minisearch/SearchableMap'
import type { Language } from '../search/analysis/language.js'
import { languageOf } from '../search/analysis/languages.js'
import { wordsOf } from '../search/analysis/words.js'
import { createTextForms } from './text-forms.js'
import { soughtWordsOf, wholesOf } from './text-words.js'

/** Which texts a form of a word stands in: their numbers, ascending. */
type Places = number[]

/** Words of which it is remembered where they stand: there are few that make up most of all texts. */
const REMEMBERED = 50_000

const GONE = -1

/**
 * Texts by their words, each text for the thing that it finds. MiniSearch's map keeps the words, which
 * it finds by their beginnings too; of where they stand numbers are enough, as nothing is scored by
 * how often: a third of the memory and of the time that whole documents in MiniSearch take.
 */
export function createTextIndex() {
  const forms = createTextForms()
  const places = new SearchableMap<Places>()
  const remembered = new Map<Language, Map<string, readonly Places[]>>()
  const things: string[] = []
  const thingNumbers = new Map<string, number>()
  /** By the number of a text. */
  const thingOf: number[] = []
  let gone = 0

  function placesOf(form: string): Places {
    return places.fetch(form, () => [])
  }

  function rememberedIn(language: Language): Map<string, readonly Places[]> {
    const own = remembered.get(language) ?? new Map<string, readonly Places[]>()
    if (own.size > REMEMBERED) own.clear()
    remembered.set(language, own)
    return own
  }

  function numberOf(thing: string): number {
    const number = thingNumbers.get(thing) ?? things.push(thing) - 1
    thingNumbers.set(thing, number)
    return number
  }

  /** The numbers of all things with a text at these places, each once. */
  function thingsAt(all: Iterable<Places>): number[] {
    const seen = new Uint8Array(things.length)
    const found: number[] = []
    for (const some of all) {
      for (const text of some) {
        const thing = thingOf[text] ?? GONE
        if (thing === GONE || seen[thing] === 1) continue
        seen[thing] = 1
        found.push(thing)
      }
    }
    return found
  }

  function placesOfAny(all: readonly string[]): Places[] {
    return all.flatMap((form) => [places.get(form) ?? []])
  }

  return {
    /** Takes a text in; the number by which it can be taken out. */
    add(thing: string, text: string, locale: string | undefined): number {
      const number = thingOf.push(numberOf(thing)) - 1
      const stand = (at: Places) => {
        if (at.at(-1) !== number) at.push(number)
      }
      const language = languageOf(locale ?? '')
      const known = rememberedIn(language)
      for (const { text: word } of wordsOf(text)) {
        let own = known.get(word)
        if (own === undefined) {
          own = forms.formsIn(language, word).map(placesOf)
          known.set(word, own)
        }
        own.forEach(stand)
      }
      for (const whole of wholesOf(text)) stand(placesOf(whole))
      return number
    },

    remove(number: number): void {
      if (thingOf[number] !== GONE) gone += 1
      thingOf[number] = GONE
    },

    /** Whether most of it stands for texts that are gone: then it is worth making anew. */
    isStale: () => gone > 10_000 && gone > thingOf.length / 2,

    /** For each word that is looked for the numbers of the things in whose texts it stands. */
    find(words: string): readonly (readonly number[])[] {
      return soughtWordsOf(words).flatMap(({ text, isWhole, isBegun }) => {
        if (isWhole) return [thingsAt(placesOfAny([text]))]
        const all = forms.formsInAny(text)
        const [typed] = all
        const whole = placesOfAny(all)
        if (!isBegun || typed === undefined) return [thingsAt(whole)]
        // As a word that is written out, and as one that is only begun: both count, so the first is
        // worth more.
        return [thingsAt(whole), thingsAt([...whole, ...places.atPrefix(typed).values()])]
      })
    },

    thing: (number: number): string => things[number] ?? '',
    get thingCount(): number {
      return things.length
    },
  }
}

export type TextIndex = ReturnType<typeof createTextIndex>
