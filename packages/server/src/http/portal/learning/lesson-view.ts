import type { Outcome } from '../../../domain/education/attempt.js'
import type { ContentOf } from '../../../domain/education/content.js'
import { html, type SafeHtml } from '../../../foundation/html.js'
import { drawCrumbs } from '../crumbs.js'
import { drawProse, type ProseDeps } from '../draw-prose.js'
import { alertIcon, backIcon, checkIcon, infoIcon, nextIcon } from '../icons.js'
import type { PageView, Visit } from '../page.js'
import { drawQuestion } from './draw-question.js'
import { drawResult } from './draw-result.js'
import { drawVideo } from './draw-video.js'
import type { PostedAnswers } from './read-answers.js'
import type { ReadCourse } from './read-courses.js'

export interface LessonView {
  readonly read: ReadCourse
  readonly lesson: ContentOf<'lesson'>
  /** What was answered, where something is missing in it. */
  readonly posted?: PostedAnswers | undefined
  /** What came of it. */
  readonly outcome?: Outcome | undefined
  /** What is shown is somebody's own. */
  readonly isOwn: boolean
}

/** One lesson: what is read and seen, then the quiz, and the way on. */
export async function lessonView(
  deps: ProseDeps,
  visit: Visit,
  view: LessonView,
): Promise<PageView> {
  const { words, paths, locale } = visit
  const { read, lesson, outcome, posted } = view
  const { course } = read
  const at = course.lessons.findIndex(({ id }) => id === lesson.contentId)
  const n = at + 1
  const of = course.lessons.length
  const coursePath = paths.course(locale.tag, course.contentId)
  const isPublic = lesson.audience === 'public' && lesson.locale === locale.tag
  const transcript = lesson.video?.transcript
  return {
    title: lesson.title,
    place: 'learn',
    cache: view.isOwn ? 'none' : 'shared',
    ...(isPublic && { canonical: paths.lesson(locale.tag, course.contentId, lesson.contentId) }),
    main: html`<div class="wrap"><div class="reading lesson-page">
<article class="prose"><header>${drawCrumbs(visit, [
      { title: words.t('learn.place'), path: paths.learn(locale.tag) },
      { title: course.title, path: coursePath },
    ])}
<h1>${lesson.title}</h1>
<p class="small quiet">${words.t('lesson.of', { n, of })} · ${words.minutes(lesson.minutes)}</p></header>
${
  lesson.video &&
  drawVideo(
    visit,
    lesson.video,
    transcript
      ? await drawProse(deps, visit, { body: transcript, locale: lesson.locale })
      : undefined,
  )
}
${await drawProse(deps, visit, lesson)}
</article>
${outcome ? await drawOutcome(deps, visit, view, outcome) : drawQuiz(visit, lesson, posted)}
${!lesson.quiz && drawDone(visit, read, at)}
<nav class="turn">${drawTurn(visit, read, at, outcome)}</nav>
</div></div>`,
  }
}

function drawQuiz(
  visit: Visit,
  { quiz }: ContentOf<'lesson'>,
  posted: PostedAnswers | undefined,
): SafeHtml {
  const { words } = visit
  if (!quiz) return html``
  return html`<section class="quiz" aria-labelledby="_quiz"><h2 class="title2" id="_quiz">${words.t('quiz.title')}</h2>
${posted && html`<div class="notice bad" role="alert" tabindex="-1" autofocus>${alertIcon}<p><strong>${words.t('quiz.missing')}</strong> ${words.t('quiz.missing.text')}</p></div>`}
<form method="post" action="#_quiz">${quiz.questions.map((question) =>
    drawQuestion(visit, question, posted?.given[question.id]),
  )}
<p class="acts"><button class="btn main" name="act" value="check">${words.t('quiz.check')}</button>
<button class="btn" name="act" value="skip" formnovalidate>${words.t('quiz.skip')}</button></p></form></section>`
}

async function drawOutcome(
  deps: ProseDeps,
  visit: Visit,
  { lesson }: LessonView,
  { answered, right, of, passed }: Outcome,
): Promise<SafeHtml> {
  const { words } = visit
  const results = await Promise.all(
    answered.map(async (one) => {
      const { feedback } = one.question
      return drawResult(
        visit,
        one,
        feedback
          ? await drawProse(deps, visit, { body: feedback, locale: lesson.locale })
          : undefined,
      )
    }),
  )
  const icon = passed ? checkIcon : infoIcon
  return html`<section class="quiz" id="_quiz"><div class="notice ${passed ? 'good' : 'plain'}" role="status" tabindex="-1" autofocus>${icon}<p><strong>${words.t('quiz.result', { right, of })}</strong> ${words.t(passed ? 'quiz.passed' : 'quiz.failed')}</p></div>
${results}
${!passed && html`<p class="acts"><a class="btn main" href="?#_quiz">${words.t('quiz.again')}</a></p>`}</section>`
}

/** Where there is no quiz, the reader says that it is read. */
function drawDone({ words }: Visit, { course }: ReadCourse, at: number): SafeHtml {
  const isLast = at === course.lessons.length - 1
  const label = words.t(isLast ? 'lesson.finish' : 'lesson.done')
  return html`<form method="post" class="acts"><button class="btn main" name="act" value="done">${label}</button></form>`
}

function drawTurn(
  { words, paths, locale }: Visit,
  { course, how }: ReadCourse,
  at: number,
  outcome: Outcome | undefined,
): SafeHtml {
  const path = (id: string) => paths.lesson(locale.tag, course.contentId, id)
  const before = course.lessons[at - 1]
  const after = course.lessons[at + 1]
  const isOpen = after && !how.isLocked(after.id)
  return html`${before ? html`<a class="card" href="${path(before.id)}" rel="prev"><span class="small quiet">${backIcon}${words.t('lesson.previous')}</span> <span class="strong">${before.title}</span></a>` : html`<a class="card" href="${paths.course(locale.tag, course.contentId)}"><span class="small quiet">${backIcon}${words.t('lesson.course')}</span> <span class="strong">${course.title}</span></a>`}
${isOpen && html`<a class="card next" href="${path(after.id)}" rel="next"><span class="small quiet">${words.t('lesson.next')}${nextIcon}</span> <span class="strong">${after.title}</span></a>`}
${!after && outcome?.passed && html`<a class="card next" href="${paths.course(locale.tag, course.contentId)}"><span class="small quiet">${words.t('lesson.course')}${nextIcon}</span> <span class="strong">${course.title}</span></a>`}`
}
