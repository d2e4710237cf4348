import type { Checklist, Task } from '../contract/education.js'
import type { Progress } from '../contract/progress.js'
import type { PageFacts } from './facts.js'

export interface ChecklistProgress {
  /** Tasks that are done or passed over. */
  done: number
  of: number
  /** The first that is left. */
  next: Task | undefined
  isDone(taskId: string): boolean
}

/** How far somebody is with a checklist. */
export function progressOfChecklist(
  { tasks, version }: Pick<Checklist, 'tasks' | 'version'>,
  progress: Progress | undefined,
  facts: TaskFacts = {},
): ChecklistProgress {
  const steps = progress && progress.version >= version ? progress.steps : []
  const behind = new Set(steps.filter(({ state }) => state !== 'started').map(({ id }) => id))
  for (const task of tasks) if (isTaskDone(task, facts)) behind.add(task.id)
  const left = tasks.filter(({ id }) => !behind.has(id))
  return {
    done: tasks.length - left.length,
    of: tasks.length,
    next: left[0],
    isDone: (taskId) => behind.has(taskId),
  }
}

/** What does a task besides what was written down. */
export type TaskFacts = Partial<Pick<PageFacts, 'events' | 'state'>> & {
  /** Whether a page of the host that fits was seen. */
  hasSeen?(page: string): boolean
}

/** Whether what a task waits for has come to pass; any one of several things does it. */
export function isTaskDone({ doneBy }: Pick<Task, 'doneBy'>, facts: TaskFacts): boolean {
  const { event, page, content } = doneBy
  return Boolean(
    (event && facts.events?.(event)) ||
      (page && facts.hasSeen?.(page)) ||
      (content && facts.state?.(content) === 'completed'),
  )
}
