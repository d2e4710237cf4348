import type { PanelOptions } from '../../contract/panel.js'
import type { Content } from './see-state.js'

/** Tells the host what was done: a content, or a part of it. */
export function announce(
  emit: PanelOptions<unknown>['emit'],
  { id, kind }: Content,
  stepId: string | undefined,
): void {
  if (kind === 'tip') return
  // Each of these has its kind in its name, and in that of its id.
  const whole = `${kind}:completed` as 'tour:completed'
  const payload = { [`${kind}Id`]: id } as never
  if (stepId === undefined) emit(whole, payload)
  else if (kind === 'checklist') emit('task:completed', { checklistId: id, taskId: stepId })
  else if (kind === 'course') emit('lesson:completed', { courseId: id, lessonId: stepId })
}
