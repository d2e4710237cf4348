import type { Progress } from '@waypost/sdk/contract'
import { html, type SafeHtml } from '../../../foundation/html.js'
import { crumbsJsonLd, drawCrumbs } from '../crumbs.js'
import { checkIcon } from '../icons.js'
import type { PageView, Visit } from '../page.js'
import { drawRows } from '../rows.js'
import { drawFacts, drawMeter, drawRing } from './course-facts.js'
import type { PortalLearner } from './find-learner.js'
import type { ReadCourse } from './read-courses.js'

export interface CourseView {
  readonly read: ReadCourse
  readonly courses: readonly ReadCourse[]
  readonly learner: PortalLearner | undefined
}

/** One course: its lessons in their order, or what is to be said when all are done. */
export function courseView(visit: Visit, { read, courses, learner }: CourseView): PageView {
  const { words, paths, locale } = visit
  const { course, how, completedAt } = read
  const isPublic = course.audience === 'public' && course.locale === locale.tag
  const crumbs = [{ title: words.t('learn.place'), path: paths.learn(locale.tag) }]
  return {
    title: course.title,
    description: course.summary ?? undefined,
    place: 'learn',
    cache: learner ? 'none' : 'shared',
    ...(isPublic && { canonical: paths.course(locale.tag, course.contentId) }),
    jsonLd: isPublic ? [crumbsJsonLd(visit, [...crumbs, { title: course.title }])] : [],
    main: html`<div class="wrap"><div class="reading course-page">
${drawCrumbs(visit, crumbs)}
<h1 class="title1">${course.title}</h1>
${course.summary && html`<p class="lead">${course.summary}</p>`}
${
  completedAt
    ? drawFinished(visit, read, learner, completedAt)
    : html`<div class="far">${how.done > 0 && drawMeter(visit, read)}
<p class="small second">${drawFacts(visit, read)}</p></div>
${drawRequired(visit, read, courses)}
${drawOnward(visit, read)}`
}
${drawLessons(visit, read)}
${completedAt && drawNext(visit, read, courses)}
</div></div>`,
  }
}

function drawOnward({ words, paths, locale }: Visit, { course, how }: ReadCourse): SafeHtml {
  const { next, done } = how
  if (!next) return html``
  const n = course.lessons.findIndex(({ id }) => id === next.id) + 1
  const label = words.t(done > 0 ? 'course.continue' : 'course.begin', { n })
  return html`<p><a class="btn main" href="${paths.lesson(locale.tag, course.contentId, next.id)}">${label}</a></p>`
}

/** What comes first, by name, where the reader may know of it. */
function drawRequired(
  { words, paths, locale }: Visit,
  { how }: ReadCourse,
  courses: readonly ReadCourse[],
): SafeHtml {
  const first = courses.filter(({ course }) => how.requires.includes(course.contentId))
  return html`${first.map(
    ({ course }) =>
      html`<p class="notice">${words.t('course.requires', { title: course.title })} <a href="${paths.course(locale.tag, course.contentId)}">${course.title}</a></p>`,
  )}`
}

function drawLessons(visit: Visit, { course, how, progress }: ReadCourse): SafeHtml {
  const { words, paths, locale } = visit
  const items = course.lessons.map((lesson, at) => {
    const { id, title, minutes, questions } = lesson
    const isDone = how.isDone(id)
    const isLocked = how.isLocked(id)
    const isNext = how.next?.id === id
    const before = course.lessons[at - 1]
    const facts = [
      isLocked && before
        ? words.t('course.locked', { title: before.title })
        : isDone && doneOn(visit, progress, id),
      words.minutes(minutes),
      questions > 0 && words.t('course.quiz', { n: questions }),
    ].filter((fact): fact is string => typeof fact === 'string')
    const stop = isDone
      ? html`<span class="stop on">${checkIcon}</span>`
      : html`<span class="stop${isNext && ' now'}">${!isNext && at + 1}</span>`
    const name = isLocked
      ? html`<span class="second">${title}</span>`
      : html`<a href="${paths.lesson(locale.tag, course.contentId, id)}"${isNext && html` class="strong"`}>${title}</a>`
    return html`<li${isDone && html` class="walked"`}><span class="node" aria-hidden="true">${stop}</span>
<div>${name}<p class="small quiet">${facts.join(' · ')}</p></div></li>`
  })
  return html`<ol class="trail lessons">${items}</ol>`
}

function doneOn({ words }: Visit, progress: Progress | undefined, lessonId: string): string {
  const at = progress?.steps.find(({ id }) => id === lessonId)?.at
  return at
    ? words.t('learn.completed.on', { date: words.date(at) })
    : words.t('course.lesson.done')
}

/** What somebody may print and keep. */
function drawFinished(
  { words }: Visit,
  read: ReadCourse,
  learner: PortalLearner | undefined,
  completedAt: string,
): SafeHtml {
  const { course, progress } = read
  const n = course.lessons.length
  const score = progress?.score
  return html`<section class="finished" aria-labelledby="_finished">${drawRing(read, 'large')}
<h2 class="title2" id="_finished">${words.t('course.finished', { title: course.title })}</h2>
${learner?.name && html`<p class="strong"><bdi>${learner.name}</bdi></p>`}
<p class="second">${words.t('course.finished.text', { n, date: words.date(completedAt) })}
${score && words.t('course.score', { right: score.right, of: score.of })}</p>
<button type="button" class="btn small" data-print hidden>${words.t('course.print')}</button></section>`
}

function drawNext(
  { words, paths, locale }: Visit,
  { course }: ReadCourse,
  courses: readonly ReadCourse[],
): SafeHtml {
  const { start } = course.next ?? {}
  const others = courses.filter(
    (one) => one.course.contentId !== course.contentId && !one.completedAt,
  )
  const wanted = others.filter((one) => one.course.contentId === start?.id)
  const rest = [...wanted, ...others.filter((one) => !wanted.includes(one))].slice(0, 3)
  if (rest.length === 0) return html``
  return html`<section class="onward"><h2 class="title2">${words.t('course.next')}</h2>
${drawRows(
  rest.map(({ course: { contentId, title }, how }) => ({
    path: paths.course(locale.tag, contentId),
    title,
    aside: html`<span class="small quiet">${words.minutes(how.minutesLeft)}</span>`,
  })),
)}</section>`
}
