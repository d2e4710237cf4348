import { stringify } from 'yaml'
import type { SearchRules } from '../../domain/knowledge/search-rules.js'

/** What a `synonyms.yaml` keeps; its place says the locale. */
export type WrittenRules = Pick<SearchRules, 'locale' | 'synonyms' | 'pins'>

/** The synonyms and pins of a locale as the file that reads back as the same. */
export function formatSynonyms({ synonyms, pins }: WrittenRules): string {
  const same = synonyms.flatMap(({ words, to }) => (to === undefined ? [words] : []))
  const oneWay = synonyms.flatMap(({ words, to = [] }) => words.map((word) => [word, to] as const))
  const said = {
    same,
    'one-way': Object.fromEntries(oneWay.filter(([, to]) => to.length > 0)),
    pins: Object.fromEntries(pins.map(({ query, articleIds }) => [query, articleIds])),
  }
  const used = Object.entries(said).filter(([, value]) => Object.keys(value).length > 0)
  return stringify(Object.fromEntries(used), { lineWidth: 0 })
}
