import { declareTable } from '../../foundation/records.js'
import type { SearchRules } from './search-rules.js'

export const searchRulesTable = declareTable<SearchRules>()({
  name: 'searchRules',
  indexes: { site: { keys: (rules) => [rules.site] } },
})
