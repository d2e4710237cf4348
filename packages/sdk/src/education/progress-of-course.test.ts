import { describe, expect, it } from 'vitest'
import type { Course } from '../contract/education.js'
import { applyStep } from './apply-progress.js'
import { progressOfCourse } from './progress-of-course.js'

const lessons = ['a', 'b', 'c', 'd'].map((id, at) => ({
  ...{ id: `basics/${id}`, title: id, questions: 0 },
  minutes: 2 ** at,
}))
const course = (more: Partial<Course> = {}) => ({
  ...{ version: 1, lessons, requires: [], inOrder: false },
  ...more,
})
const after = (...steps: [id: string, state: 'started' | 'completed' | 'skipped'][]) =>
  steps.reduce(
    (before, [id, state]) =>
      applyStep(
        before,
        { contentId: 'basics', kind: 'course', version: 1, stepId: `basics/${id}`, state },
        new Date(),
      ),
    undefined as ReturnType<typeof applyStep> | undefined,
  )
const locked = (progress: ReturnType<typeof progressOfCourse>) =>
  lessons.map(({ id }) => id).filter(progress.isLocked)

describe('the progress of a course', () => {
  it('counts lessons that are done, and the minutes of those that are left', () => {
    const progress = progressOfCourse(course(), after(['b', 'completed'], ['a', 'started']))
    expect(progress).toMatchObject({
      done: 1,
      of: 4,
      minutesLeft: 1 + 4 + 8,
      next: { id: 'basics/a' },
    })
    expect(locked(progress)).toEqual([])
  })

  it('in order opens the next by the one before, done or passed over', () => {
    const inOrder = course({ inOrder: true })
    expect(locked(progressOfCourse(inOrder, undefined))).toEqual([
      'basics/b',
      'basics/c',
      'basics/d',
    ])
    const progress = progressOfCourse(inOrder, after(['a', 'completed'], ['b', 'skipped']))
    expect(locked(progress)).toEqual(['basics/d'])
    expect(progress.next).toMatchObject({ id: 'basics/c' })
  })

  it('keeps open what is done, also where the order has changed since', () => {
    const progress = progressOfCourse(course({ inOrder: true }), after(['c', 'completed']))
    expect(locked(progress)).toEqual(['basics/b', 'basics/d'])
  })

  it('comes back to what was passed over when all else is done', () => {
    const all = after(['a', 'completed'], ['b', 'skipped'], ['c', 'completed'], ['d', 'completed'])
    expect(progressOfCourse(course({ inOrder: true }), all)).toMatchObject({
      ...{ done: 3, next: { id: 'basics/b' } },
    })
  })

  it('is locked whole by a course that comes before it', () => {
    const later = course({ requires: ['first'] })
    const waiting = progressOfCourse(later, undefined)
    expect(waiting).toMatchObject({ requires: ['first'], next: undefined })
    expect(locked(waiting)).toHaveLength(4)
    expect(locked(progressOfCourse(later, undefined, () => 'completed'))).toEqual([])
  })

  it('of an older version counts no more', () => {
    expect(progressOfCourse(course({ version: 2 }), after(['a', 'completed'])).done).toBe(0)
  })
})
