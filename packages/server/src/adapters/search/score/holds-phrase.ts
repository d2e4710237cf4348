import type { Entry } from '../index/entry.js'
import { plainOf } from '../plan/plain-of.js'

/** Titles are read again for every query that they come near. */
const plainTitles = new WeakMap<Entry, string>()

/** Whether a title holds all words of the query in a row; the last may still be typed. */
export function holdsPhrase(entry: Entry, phrase: string): boolean {
  if (phrase === '') return false
  const title = plainTitles.get(entry) ?? plainOf(entry.document.title)
  plainTitles.set(entry, title)
  return title.includes(phrase)
}
