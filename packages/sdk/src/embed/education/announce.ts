import type { PanelOptions } from '../../contract/panel.js'
import type { Content } from './see-state.js'

/** Tells the host what was done. */
export function announce(
  emit: PanelOptions<unknown>['emit'],
  { id, kind }: Content,
  stepId: string | undefined,
): void {
  if (kind === 'tour' && stepId === undefined) emit('tour:completed', { tourId: id })
  if (kind === 'checklist') {
    if (stepId === undefined) emit('checklist:completed', { checklistId: id })
    else emit('task:completed', { checklistId: id, taskId: stepId })
  }
  if (kind === 'course') {
    if (stepId === undefined) emit('course:completed', { courseId: id })
    else emit('lesson:completed', { courseId: id, lessonId: stepId })
  }
}
