import snowball from 'snowball-stemmers'

/** Reduces a lower-case word to what its inflected forms share. */
export type Stem = (word: string) => string

/** Stems by one of the Snowball algorithms, see https://snowballstem.org/algorithms/. */
export function snowballStemmer(algorithm: string): Stem {
  const stemmer = snowball.newStemmer(algorithm)
  return (word) => stemmer.stem(word)
}

/**
 * Keeps the first letters of a word. For languages with many endings and no good algorithm at hand
 * this measures as well as a set of rules.
 */
export function truncatingStemmer(letters: number): Stem {
  return (word) => {
    // Figures and codes are not inflected, and often differ only at their end.
    if (word.length <= letters || /\d/.test(word)) return word
    return word.slice(0, letters)
  }
}
