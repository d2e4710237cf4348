import type { QueryGroup } from './query-plan.js'

/** The query with its corrected words in place, or nothing when all its words are known. */
export function correctedText(text: string, groups: readonly QueryGroup[]): string | undefined {
  let corrected = ''
  let from = 0
  for (const { word, correction } of groups) {
    if (correction === undefined || word.start < from) continue
    const original = text.slice(word.start, word.end)
    corrected += text.slice(from, word.start) + inCaseOf(original, correction)
    from = word.end
  }
  return from === 0 ? undefined : corrected + text.slice(from)
}

/** "Fakutra" becomes "Faktura"; other ways of writing are left in lower case. */
function inCaseOf(original: string, correction: string): string {
  const [first = ''] = original
  if (first === first.toLowerCase()) return correction
  const [initial = ''] = correction
  return initial.toUpperCase() + correction.slice(initial.length)
}
