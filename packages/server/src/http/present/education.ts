import type {
  Checklist as ChecklistReply,
  Course as CourseReply,
  Education as EducationReply,
  LearningHit,
  Lesson as LessonReply,
  Tip as TipReply,
  Tour as TourReply,
} from '@waypost/sdk/contract'
import type { ContentOf } from '../../domain/education/content.js'
import type { FoundContent } from '../../domain/education/learning-finder.js'
import type { Learnable } from '../../domain/education/learning-index.js'
import { asked } from '../../domain/education/quiz.js'
import type { Seen } from '../../domain/education/visible.js'

/** Where a course stands for readers: absolute, from the configured public address. */
export type CourseUrl = (course: { locale: string; contentId: string }) => string

export function courseUrl(publicUrl: string): CourseUrl {
  return ({ locale, contentId }) =>
    `${publicUrl}/help/${locale}/courses/${encodeURIComponent(contentId)}`
}

/** Where a course or a lesson stands for readers. */
export type LearningUrl = (content: Learnable) => string

export function learningUrl(publicUrl: string): LearningUrl {
  const course = courseUrl(publicUrl)
  return (content) => {
    if (content.kind === 'course') return course(content)
    const { locale, courseId, contentId } = content
    const lesson = encodeURIComponent(contentId.slice(courseId.length + 1))
    return `${course({ locale, contentId: courseId })}/${lesson}`
  }
}

function presentLearningHit(
  { content, course, excerpt }: FoundContent,
  url: LearningUrl,
): LearningHit {
  const { kind, contentId: id, locale, title } = content
  const minutes = minutesOf(content)
  return { kind, id, locale, title, course, minutes, url: url(content), excerpt: [...excerpt] }
}

/** What teaches something, where anything does. */
export function presentLearning(
  found: readonly FoundContent[],
  url: LearningUrl,
): { learning?: LearningHit[] } {
  return found.length === 0 ? {} : { learning: found.map((one) => presentLearningHit(one, url)) }
}

export function minutesOf(content: Learnable): number {
  if (content.kind === 'lesson') return content.minutes
  return content.lessons.reduce((sum, { minutes }) => sum + minutes, 0)
}

/** What every content says; of its rule no more than the page can answer. */
function head({ content, when }: Seen) {
  const { contentId: id, version, title, priority } = content
  return { id, version, title, when, priority }
}

export function presentTour(seen: Seen<ContentOf<'tour'>>): TourReply {
  const { auto, frequency, minutes, steps, next } = seen.content
  return { ...head(seen), kind: 'tour', auto, frequency, minutes, steps: [...steps], next }
}

export function presentTip(seen: Seen<ContentOf<'tip'>>): TipReply {
  const { anchor, placement, page, body, actions } = seen.content
  return { ...head(seen), kind: 'tip', anchor, placement, page, body, actions: [...actions] }
}

export function presentChecklist(seen: Seen<ContentOf<'checklist'>>): ChecklistReply {
  const { summary, tasks, finished } = seen.content
  return { ...head(seen), kind: 'checklist', summary, tasks: [...tasks], finished }
}

export function presentCourse(seen: Seen<ContentOf<'course'>>, url: CourseUrl): CourseReply {
  const { locale, summary, icon, lessons, requires, inOrder, next } = seen.content
  return {
    ...head(seen),
    kind: 'course',
    locale,
    summary,
    icon,
    url: url(seen.content),
    lessons: lessons.map(({ id, title, minutes, questions }) => ({
      ...{ id, title, minutes, questions },
    })),
    requires: [...requires],
    inOrder,
    next,
  }
}

export function presentLesson({ content }: Seen<ContentOf<'lesson'>>): LessonReply {
  const { contentId: id, title, minutes, courseId, locale, body, video, quiz } = content
  return {
    ...{ id, title, minutes, courseId, locale, body, video },
    questions: quiz?.questions.length ?? 0,
    quiz: quiz && asked(quiz),
  }
}

export function presentEducation(
  seen: readonly Seen[],
  locale: string,
  url: CourseUrl,
): EducationReply {
  const reply: EducationReply = { locale, tours: [], tips: [], checklists: [], courses: [] }
  for (const { content, when } of seen) {
    if (content.kind === 'tour') reply.tours.push(presentTour({ content, when }))
    if (content.kind === 'tip') reply.tips.push(presentTip({ content, when }))
    if (content.kind === 'checklist') reply.checklists.push(presentChecklist({ content, when }))
    if (content.kind === 'course') reply.courses.push(presentCourse({ content, when }, url))
  }
  return reply
}
