import type { GoldenQuestion } from './golden-questions.js'

/** A question with the ids of the articles that were found, the first hit first. */
export interface AnsweredQuestion extends GoldenQuestion {
  readonly found: readonly string[]
}

export interface SearchScore {
  readonly questions: number
  /** The share of questions of which an expected article is the first hit, or one of the first three. */
  readonly success1: number
  readonly success3: number
  /** One divided by the position of the first expected hit, on average. */
  readonly mrr: number
  /** Järvelin and Kekäläinen 2002 with two grades, over the first ten. */
  readonly ndcg10: number
}

/** Hits that count; nobody reads on. */
export const DEPTH = 10

/** How well questions were answered: by locale, and all of them. */
export function scoreSearch(answered: readonly AnsweredQuestion[]): {
  readonly locales: ReadonlyMap<string, SearchScore>
  readonly all: SearchScore
} {
  const tags = [...new Set(answered.map(({ locale }) => locale))]
  const scored = tags.map((tag) => {
    return [tag, scoreOf(answered.filter(({ locale }) => locale === tag))] as const
  })
  return { locales: new Map(scored), all: scoreOf(answered) }
}

/** Where the first expected article stands, from 1; infinitely far where it was not found. */
export function positionOf({ expect, found }: AnsweredQuestion): number {
  const index = found.slice(0, DEPTH).findIndex((id) => expect.includes(id))
  return index === -1 ? Number.POSITIVE_INFINITY : index + 1
}

function scoreOf(answered: readonly AnsweredQuestion[]): SearchScore {
  const mean = (measure: (one: AnsweredQuestion) => number) =>
    answered.reduce((sum, one) => sum + measure(one), 0) / answered.length
  return {
    questions: answered.length,
    success1: mean((one) => Number(positionOf(one) === 1)),
    success3: mean((one) => Number(positionOf(one) <= 3)),
    mrr: mean((one) => 1 / positionOf(one)),
    ndcg10: mean(ndcgOf),
  }
}

function ndcgOf({ expect, found }: AnsweredQuestion): number {
  const gain = (index: number) => 1 / Math.log2(index + 2)
  const wanted = new Set(expect)
  const got = found
    .slice(0, DEPTH)
    .reduce((sum, id, index) => sum + (wanted.has(id) ? gain(index) : 0), 0)
  const best = Array.from({ length: Math.min(wanted.size, DEPTH) }, (_, index) => gain(index))
  return got / best.reduce((sum, one) => sum + one, 0)
}
