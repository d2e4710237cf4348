import { describe, expect, it } from 'vitest'
import type { Progress } from '../contract/progress.js'
import { applyContent, applyStep } from './apply-progress.js'
import { mergeProgress } from './merge-progress.js'

const tour = { contentId: 'first-invoice', kind: 'tour', version: 1 } as const
const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 9, minute))
const step = (
  before: Progress | undefined,
  stepId: string,
  state: 'started' | 'completed' | 'skipped',
  minute = 0,
) => applyStep(before, { ...tour, stepId, state }, at(minute))
const content = (
  before: Progress | undefined,
  state: Parameters<typeof applyContent>[1]['state'],
  minute = 0,
) => applyContent(before, { ...tour, state }, at(minute))

describe('a step', () => {
  it('begins its content, and stands where it was begun', () => {
    const one = step(step(undefined, 'b', 'started'), 'a', 'completed', 1)
    expect(step(one, 'b', 'completed', 2)).toMatchObject({
      ...{ state: 'started', startedAt: at(0).toISOString(), updatedAt: at(2).toISOString() },
      steps: [
        { id: 'b', state: 'completed', at: at(2).toISOString() },
        { id: 'a', state: 'completed', at: at(1).toISOString() },
      ],
    })
  })

  it('said again changes nothing, and what is done is not undone', () => {
    const done = step(undefined, 'a', 'completed')
    for (const state of ['completed', 'skipped', 'started'] as const) {
      expect(step(done, 'a', state, 5)).toBe(done)
    }
    expect(step(step(undefined, 'a', 'skipped'), 'a', 'completed', 1).steps).toMatchObject([
      { state: 'completed' },
    ])
  })

  it('leaves what was put away where it is', () => {
    const away = content(undefined, 'dismissed')
    expect(step(away, 'a', 'completed', 1).state).toBe('dismissed')
  })
})

describe('a content', () => {
  it('is done once, and stays so', () => {
    const done = content(content(undefined, 'started'), 'completed', 1)
    expect(done).toMatchObject({ state: 'completed', completedAt: at(1).toISOString() })
    for (const state of ['started', 'skipped', 'dismissed', 'completed'] as const) {
      expect(content(done, state, 5)).toBe(done)
    }
  })

  it('comes back where it was skipped or put away', () => {
    for (const state of ['skipped', 'dismissed'] as const) {
      expect(content(content(undefined, state), 'started', 1).state).toBe('started')
    }
  })

  it('begins anew without its steps, and remembers when it was first done', () => {
    const done = content(step(undefined, 'a', 'completed'), 'completed', 1)
    const anew = content(done, 'restarted', 2)
    expect(anew).toMatchObject({
      ...{ state: 'started', steps: [], startedAt: at(2).toISOString() },
      completedAt: at(1).toISOString(),
    })
    expect(content(anew, 'restarted', 3)).toBe(anew)
    expect(content(anew, 'completed', 4).completedAt).toBe(at(1).toISOString())
  })

  it('counts how often it has shown itself', () => {
    const twice = content(content(undefined, 'shown'), 'shown', 1)
    expect(twice).toMatchObject({ state: 'started', shown: 2, shownAt: at(1).toISOString() })
  })

  it('of a newer version begins from nothing, and one of an older version changes nothing', () => {
    const done = content(step(undefined, 'a', 'completed'), 'completed')
    const newer = applyStep(done, { ...tour, version: 2, stepId: 'b', state: 'started' }, at(1))
    expect(newer).toMatchObject({ version: 2, state: 'started', completedAt: null })
    expect(newer.steps.map(({ id }) => id)).toEqual(['b'])
    expect(content(newer, 'completed', 2)).toBe(newer)
    expect(step(newer, 'a', 'completed', 2)).toBe(newer)
  })
})

describe('what two places know', () => {
  const here = content(step(step(undefined, 'a', 'completed'), 'b', 'started'), 'skipped', 4)
  const there = content(
    step(step(step(undefined, 'c', 'skipped', 1), 'b', 'completed', 2), 'a', 'completed', 3),
    'shown',
    3,
  )

  it('is joined: the further state, every step, the earliest moment', () => {
    expect(mergeProgress(there, here)).toEqual({
      ...{ ...tour, state: 'skipped', completedAt: null, score: null },
      steps: [
        { id: 'a', state: 'completed', at: at(0).toISOString() },
        { id: 'b', state: 'completed', at: at(2).toISOString() },
        { id: 'c', state: 'skipped', at: at(1).toISOString() },
      ],
      ...{ startedAt: at(0).toISOString(), updatedAt: at(4).toISOString() },
      ...{ shown: 1, shownAt: at(3).toISOString() },
    })
  })

  it('is the same whichever comes first, and when it is joined again', () => {
    const joined = mergeProgress(here, there)
    expect(mergeProgress(there, here)).toEqual(joined)
    expect(mergeProgress(joined, here)).toEqual(joined)
    expect(mergeProgress(joined, joined)).toEqual(joined)
  })

  it('is done where one says so, since when it was first done', () => {
    const done = content(there, 'completed', 6)
    const also = content(here, 'completed', 5)
    expect(mergeProgress(here, done)).toMatchObject({ state: 'completed' })
    expect(mergeProgress(done, also).completedAt).toBe(at(5).toISOString())
  })

  it('has the better of two scores', () => {
    const [good, better] = [
      { right: 3, of: 5 },
      { right: 2, of: 3 },
    ]
    expect(mergeProgress({ ...here, score: good }, { ...there, score: better }).score).toEqual(
      better,
    )
    expect(mergeProgress({ ...here, score: good }, there).score).toEqual(good)
  })

  it('is that of the newer version alone', () => {
    const newer = applyStep(
      undefined,
      { ...tour, version: 2, stepId: 'z', state: 'started' },
      at(9),
    )
    expect(mergeProgress(here, newer)).toBe(newer)
    expect(mergeProgress(newer, here)).toBe(newer)
  })
})
