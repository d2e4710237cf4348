import snowball from 'snowball-stemmers'

/** Reduces a lower-case word to what its inflected forms share. */
export type Stem = (word: string) => string

/** Stems by one of the Snowball algorithms, see https://snowballstem.org/algorithms/. */
export function snowballStemmer(algorithm: string): Stem {
  const stemmer = snowball.newStemmer(algorithm)
  return (word) => stemmer.stem(word)
}

/** Stems like this would be shorter than what tells words apart. */
const SHORTEST = 3

interface LightRules {
  /** The endings of nouns and adjectives. */
  readonly ending: RegExp
  /** How many letters are kept: where those many verb endings begin. */
  readonly letters: number
  /** What may end a stem that was cut, but tells nothing. */
  readonly vowels: RegExp
}

/**
 * Cuts the case ending, then what is longer than most stems. For languages with many endings and no
 * Snowball algorithm at hand this measures as well as a full set of rules.
 */
export function lightStemmer({ ending, letters, vowels }: LightRules): Stem {
  return (word) => {
    // Figures and codes are not inflected, and often differ only at their end.
    if (/\p{N}/u.test(word)) return word
    return without(vowels, without(ending, word).slice(0, letters))
  }
}

function without(end: RegExp, word: string): string {
  const rest = word.replace(end, '')
  return rest.length < SHORTEST ? word : rest
}
