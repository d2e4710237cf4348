import type { Keep } from '@waypost/sdk/contract'

const KEY = 'search.words'
const MOST = 4

/** What this person searched for and found, the latest first. */
export function createSearchedWords(keep: Keep) {
  function list(): readonly string[] {
    try {
      const kept: unknown = JSON.parse(keep.get(KEY) ?? '[]')
      return Array.isArray(kept) ? kept.filter((words) => typeof words === 'string') : []
    } catch {
      return []
    }
  }
  return {
    list,
    add(words: string): void {
      const trimmed = words.trim()
      const others = list().filter((other) => other !== trimmed)
      keep.set(KEY, JSON.stringify([trimmed, ...others].slice(0, MOST)))
    },
    forget(): void {
      keep.set(KEY, null)
    },
  }
}
