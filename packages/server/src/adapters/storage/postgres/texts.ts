import type { StoredRecord, TextDeclaration } from '../../../foundation/records.js'
import { languageOf } from '../../search/analysis/languages.js'
import { wordsOf } from '../../search/analysis/words.js'
import { createTextForms } from '../text-forms.js'
import { type SoughtWord, wholesOf } from '../text-words.js'
import { toSortText } from './sort-text.js'

/** The dictionaries that come with PostgreSQL, by language. */
const DICTIONARIES: ReadonlyMap<string, string> = new Map([
  ['en', 'english_stem'],
  ['sv', 'swedish_stem'],
  ['da', 'danish_stem'],
  ['nb', 'norwegian_stem'],
  ['nn', 'norwegian_stem'],
  ['no', 'norwegian_stem'],
  ['de', 'german_stem'],
  ['fr', 'french_stem'],
  ['es', 'spanish_stem'],
  ['pt', 'portuguese_stem'],
  ['ru', 'russian_stem'],
])

/** All of them, as SQL. */
export const dictionaries = `array[${[...new Set(DICTIONARIES.values())].map((name) => `'pg_catalog.${name}'`).join(', ')}]::regdictionary[]`

/** Words of these languages are brought to their forms here, as no dictionary comes with PostgreSQL. */
const OURS = ['uk', 'pl']

/**
 * A tsvector holds a megabyte, and one of more is broken without a word; a letter takes three bytes at
 * most. The beginning of a text that long says what it is about.
 */
const MOST_LETTERS = 100_000
const MOST_TERMS = 200_000

/** A text as it is written into the database. */
export interface TextRow {
  /** The record that is found by it. */
  readonly of: string
  readonly dictionary: string | null
  /** Words for the dictionary, and what is found without one; with spaces between. */
  readonly words: string
  readonly terms: string
}

/** The words of one record. */
export interface Told extends TextRow {
  readonly table: string
  readonly id: string
  readonly ofTable: string
  readonly expiresAt: string | null
}

/**
 * The words of a row `n` as a tsvector, in SQL: it sorts them, and keeps each once. An empty one, which
 * a dictionary may make of marks alone, would be refused with all the others.
 */
export const tsvector = `array_to_tsvector(array_remove(string_to_array(n.terms, ' ') || array(
  select unnest(ts_lexize(d.dictionary, word))
  from (select n.dictionary::regdictionary as dictionary offset 0) d,
    unnest(string_to_array(n.words, ' ')) word
), ''))`

const forms = createTextForms()

export function textRow(texts: TextDeclaration<StoredRecord>, record: StoredRecord): TextRow {
  const { id, locale = '', text: whole } = texts.read(record)
  const text = whole.slice(0, MOST_LETTERS)
  const [base = ''] = locale.toLowerCase().split(/[-_]/)
  const dictionary = DICTIONARIES.get(base)
  const language = languageOf(dictionary === undefined ? base : '')
  const words = new Set(wordsOf(text).map((word) => word.text))
  const terms = new Set([
    ...wholesOf(text),
    ...[...words].flatMap((word) => forms.formsIn(language, word)),
  ])
  return {
    of: toSortText(id),
    dictionary: dictionary === undefined ? null : `pg_catalog.${dictionary}`,
    words: dictionary === undefined ? '' : joined(words, MOST_LETTERS),
    terms: joined(terms, MOST_TERMS),
  }
}

/** Unicode makes more of some letters: what fits is known when they are words. */
function joined(words: ReadonlySet<string>, most: number): string {
  const all = [...words].join(' ')
  return all.length <= most ? all : all.slice(0, all.lastIndexOf(' ', most))
}

/** What is looked for: a tsquery of forms that we know, and the word for the dictionaries. */
export interface SoughtForms {
  readonly query: string
  readonly word: string | null
}

export function soughtForms({ text, isWhole, isBegun }: SoughtWord): readonly SoughtForms[] {
  if (isWhole) return [{ query: quoted(text), word: null }]
  const known = OURS.flatMap((language) => forms.formsIn(languageOf(language), text))
  const [typed] = known
  if (typed === undefined) return []
  const query = [...new Set(known)].map(quoted).join(' | ')
  const whole = { query, word: text }
  return isBegun ? [whole, { query: `${query} | ${quoted(typed)}:*`, word: text }] : [whole]
}

function quoted(form: string): string {
  return `'${form.replace(/['\\]/g, '$&$&')}'`
}
