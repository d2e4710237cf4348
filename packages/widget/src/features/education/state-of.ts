import type { ContentState, Course, EducationState, Progress } from '@waypost/sdk/contract'
import { type CourseProgress, progressOfCourse } from '@waypost/sdk/education'

/** What is written down of a content; nothing where that was of an older version. */
export function recordOf(
  { progress }: EducationState,
  { id, version }: { id: string; version: number },
): Progress | undefined {
  const record = progress.get(id)
  return record && record.version >= version ? record : undefined
}

/** How far the person is with any content, by its id. */
export const stateOf =
  ({ progress }: EducationState) =>
  (contentId: string): ContentState =>
    progress.get(contentId)?.state ?? 'unseen'

export const courseProgress = (state: EducationState, course: Course): CourseProgress =>
  progressOfCourse(course, recordOf(state, course), stateOf(state))
