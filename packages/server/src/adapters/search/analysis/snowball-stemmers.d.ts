declare module 'snowball-stemmers' {
  /** Throws for a name that `algorithms()` does not list. */
  export function newStemmer(algorithm: string): { stem(word: string): string }
}
