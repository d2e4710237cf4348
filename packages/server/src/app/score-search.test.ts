import { describe, expect, it } from 'vitest'
import { scoreSearch } from './score-search.js'

const asked = (found: string[], wanted = ['a'], locale = 'en') => ({
  ...{ query: 'q', locale, expect: wanted, found, line: 1 },
})

describe('a search is scored', () => {
  it('by where the first expected article stands', () => {
    const { all } = scoreSearch([
      asked(['a', 'b']),
      asked(['b', 'c', 'a']),
      asked(['b']),
      asked([]),
    ])
    expect(all).toMatchObject({ questions: 4, success1: 0.25, success3: 0.5 })
    expect(all.mrr).toBeCloseTo((1 + 1 / 3) / 4)
    expect(all.ndcg10).toBeCloseTo((1 + 1 / Math.log2(4)) / 4)
  })

  it('by all that are expected, as far as ten hits go', () => {
    const { all } = scoreSearch([asked(['x', 'b', 'a'], ['a', 'b'])])
    const best = 1 + 1 / Math.log2(3)
    expect(all.ndcg10).toBeCloseTo((1 / Math.log2(3) + 1 / Math.log2(4)) / best)
    const late = [...'bcdefghijk', 'a']
    expect(scoreSearch([asked(late)]).all).toMatchObject({ mrr: 0, ndcg10: 0 })
  })

  it('by language', () => {
    const { locales } = scoreSearch([
      asked(['a']),
      asked(['b'], ['a'], 'sv'),
      asked(['a'], ['a'], 'sv'),
    ])
    expect(
      [...locales].map(([tag, { questions, success1 }]) => [tag, questions, success1]),
    ).toEqual([
      ['en', 1, 1],
      ['sv', 2, 0.5],
    ])
  })
})
