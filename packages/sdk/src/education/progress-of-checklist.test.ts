import { describe, expect, it } from 'vitest'
import type { Task } from '../contract/education.js'
import { applyStep } from './apply-progress.js'
import { isTaskDone, progressOfChecklist } from './progress-of-checklist.js'

const task = (id: string, doneBy: Task['doneBy'] = {}) => ({ id, doneBy }) as Task
const checklist = { version: 2, tasks: [task('profile'), task('invoice'), task('bank')] }

function said(
  version: number,
  ...steps: [id: string, state: 'started' | 'completed' | 'skipped'][]
) {
  const of = { contentId: 'paid', kind: 'checklist', version } as const
  return steps.reduce(
    (before, [stepId, state]) => applyStep(before, { ...of, stepId, state }, new Date()),
    applyStep(undefined, { ...of, stepId: 'gone', state: 'completed' }, new Date()),
  )
}

describe('the progress of a checklist', () => {
  it('counts what is done or passed over, and goes on with the first that is left', () => {
    const progress = said(2, ['bank', 'completed'], ['profile', 'skipped'], ['invoice', 'started'])
    const { isDone, ...rest } = progressOfChecklist(checklist, progress)
    expect(rest).toEqual({ done: 2, of: 3, next: checklist.tasks[1] })
    expect(checklist.tasks.map(({ id }) => isDone(id))).toEqual([true, false, true])
  })

  it('begins with nothing, and ends with nothing left', () => {
    expect(progressOfChecklist(checklist, undefined)).toMatchObject({
      done: 0,
      next: { id: 'profile' },
    })
    const all = said(2, ['bank', 'completed'], ['profile', 'completed'], ['invoice', 'completed'])
    expect(progressOfChecklist(checklist, all)).toMatchObject({ done: 3, of: 3, next: undefined })
  })

  it('of an older version counts no more', () => {
    expect(progressOfChecklist(checklist, said(1, ['bank', 'completed'])).done).toBe(0)
  })

  it('counts also what has come to pass and was not written down yet', () => {
    const tasks = [task('invoice', { event: 'invoice.sent' }), task('bank')]
    const facts = { events: (name: string) => (name === 'invoice.sent' ? 1 : 0) }
    expect(progressOfChecklist({ version: 1, tasks }, undefined, facts)).toMatchObject({
      ...{ done: 1, next: { id: 'bank' } },
    })
  })
})

describe('a task', () => {
  const facts = {
    events: (name: string) => (name === 'invoice.sent' ? 2 : 0),
    hasSeen: (page: string) => page === '/bank',
    state: (id: string) => (id === 'basics' ? 'completed' : 'started') as 'completed',
  }
  it.each<[Task['doneBy'], boolean]>([
    [{ event: 'invoice.sent' }, true],
    [{ event: 'invoice.lost' }, false],
    [{ page: '/bank' }, true],
    [{ page: '/other' }, false],
    [{ content: 'basics' }, true],
    [{ content: 'begun' }, false],
    [{ event: 'invoice.lost', page: '/bank' }, true],
    [{ hand: true }, false],
    [{}, false],
  ])('that waits for %o is done: %s', (doneBy, isDone) => {
    expect(isTaskDone({ doneBy }, facts)).toBe(isDone)
    expect(isTaskDone({ doneBy }, {})).toBe(false)
  })
})
