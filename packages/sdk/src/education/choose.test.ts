import { describe, expect, it } from 'vitest'
import type { Progress } from '../contract/progress.js'
import { applyContent } from './apply-progress.js'
import { choose, type History } from './choose.js'

type Candidate = Parameters<typeof choose>[0][number]

const tour = (id: string, more: Partial<Candidate> = {}): Candidate => ({
  id,
  version: 1,
  when: null,
  priority: 0,
  auto: true,
  frequency: {},
  steps: [{ page: null } as Candidate['steps'][number]],
  ...more,
})
const on = (page: string) => [{ page } as Candidate['steps'][number]]
const day = (number: number) => new Date(2026, 10, number, 12)
const facts = { url: '/invoices', now: day(22) }

/** What became of each, in order, one a day from 1 November on unless said. */
function after(...said: [id: string, state: 'shown' | Progress['state'], date?: number][]) {
  const progress = new Map<string, Progress>()
  for (const [index, [id, state, date = index + 1]] of said.entries()) {
    const of = { contentId: id, kind: 'tour', version: 1, state } as const
    progress.set(id, applyContent(progress.get(id), of, day(date)))
  }
  return { progress }
}
const chosen = (tours: Candidate[], history: Partial<History> = {}) =>
  choose(tours, facts, { progress: new Map(), hasInterrupted: false, isBusy: false, ...history })
    ?.id

describe('what shows itself', () => {
  it('is the most urgent of what holds here', () => {
    const tours = [
      tour('low', { priority: 1 }),
      tour('high', { priority: 9, when: { url: '/settings' } }),
      tour('middle', { priority: 5, when: { url: '/invoices' } }),
      tour('alike', { priority: 5 }),
    ]
    expect(chosen(tours)).toBe('middle')
    expect(chosen(tours.toReversed())).toBe('alike')
  })

  it('is nothing where somebody must ask for it, or where it has nothing to show', () => {
    expect(chosen([tour('asked', { auto: false }), tour('empty', { steps: [] })])).toBeUndefined()
  })

  it('begins where its first step is', () => {
    expect(chosen([tour('there', { steps: on('/settings') })])).toBeUndefined()
    expect(chosen([tour('here', { steps: on('/invoice*') })])).toBe('here')
  })

  it('comes once in a visit, and never over what somebody is at', () => {
    expect(chosen([tour('a')], { hasInterrupted: true })).toBeUndefined()
    expect(chosen([tour('a')], { isBusy: true })).toBeUndefined()
  })

  it.each<[string, Candidate['frequency'], ...Parameters<typeof after>]>([
    ['was shown once', {}, ['a', 'shown']],
    ['was shown as often as may be', { most: 2 }, ['a', 'shown'], ['a', 'shown']],
    ['was shown too lately', { days: 7 }, ['a', 'shown', 16]],
    ['was shown as often as may be, long ago', { days: 7, most: 1 }, ['a', 'shown']],
    ['is done', { days: 7 }, ['a', 'shown'], ['a', 'completed']],
    ['was put away', { days: 7 }, ['a', 'shown'], ['a', 'dismissed']],
    ['was begun by hand', { days: 7 }, ['a', 'started']],
  ])('is not what %s', (_what, frequency, ...said) => {
    expect(chosen([tour('a', { frequency }), tour('b')], after(...said))).toBe('b')
  })

  it.each<[string, Candidate['frequency'], ...Parameters<typeof after>]>([
    ['may be shown again by now', { days: 7 }, ['a', 'shown', 15]],
    ['was skipped and may come again', { days: 7 }, ['a', 'shown'], ['a', 'skipped']],
    ['may be shown more often', { most: 3 }, ['a', 'shown'], ['a', 'shown']],
    ['may be shown more often, after days', { days: 2, most: 3 }, ['a', 'shown', 19]],
    ['nobody has seen', {}, ['b', 'completed']],
  ])('is what %s', (_what, frequency, ...said) => {
    expect(chosen([tour('a', { frequency }), tour('b')], after(...said))).toBe('a')
  })

  it('comes again where its author has raised its version', () => {
    const done = after(['a', 'shown'], ['a', 'completed'])
    expect(chosen([tour('a', { version: 2 })], done)).toBe('a')
  })
})
