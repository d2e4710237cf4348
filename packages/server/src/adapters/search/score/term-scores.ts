import type MiniSearch from 'minisearch'
import type { Entry } from '../index/entry.js'
import { SCORING } from '../index/inverted-index.js'

/** What every document that holds a term scores by it alone. */
export interface TermScores {
  /** Numbers of documents, in no order. */
  readonly documents: Uint32Array
  readonly scores: Float64Array
}

/**
 * MiniSearch's scores by single terms, kept until a document changes. MiniSearch adds up what the
 * terms of a query score, so that adding up here gives the same without its objects for each
 * document: a common term costs a millisecond for thousands of documents once, then nothing.
 */
export function createTermScores(index: () => MiniSearch<Entry>) {
  const kept = new Map<string, TermScores>()

  function read(term: string): TermScores {
    const documents: number[] = []
    const scores: number[] = []
    index().search(term, {
      ...SCORING,
      filter: ({ id, score }) => {
        documents.push(id)
        scores.push(score)
        return false
      },
    })
    return { documents: Uint32Array.from(documents), scores: Float64Array.from(scores) }
  }

  return {
    of(term: string): TermScores {
      const known = kept.get(term) ?? read(term)
      kept.set(term, known)
      return known
    },
    forget(): void {
      kept.clear()
    },
  }
}

export type ScoresByTerm = ReturnType<typeof createTermScores>
