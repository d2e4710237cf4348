import type { CollectionIcon } from '@waypost/sdk/contract'
import { html, type SafeHtml } from '../../../foundation/html.js'
import { collectionIcon } from '../collection-icon.js'
import { contours } from '../contours.js'
import { signInIcon } from '../icons.js'
import type { PageView, Visit } from '../page.js'
import { drawFacts, drawMeter, drawRing } from './course-facts.js'
import type { PortalLearner } from './find-learner.js'
import type { ReadCourse } from './read-courses.js'

export interface LearnView {
  readonly courses: readonly ReadCourse[]
  readonly learner: PortalLearner | undefined
  /** Whether somebody may sign in by mail here. */
  readonly canSignIn: boolean
}

/** All courses, and the one to go on with. */
export function learnView(visit: Visit, { courses, learner, canSignIn }: LearnView): PageView {
  const { words, paths, locale, locales, site } = visit
  const title = site.name
    ? words.t('learn.title', { site: site.name })
    : words.t('learn.title.unnamed')
  const begun = courses.find(({ how, progress }) => progress && how.next && how.done < how.of)
  return {
    title,
    description: words.t('learn.lead'),
    place: 'learn',
    cache: learner ? 'none' : 'shared',
    canonical: paths.learn(locale.tag),
    translations: locales.map(({ tag }) => ({ locale: tag, path: paths.learn(tag) })),
    main: html`<div class="wrap learn">
<h1 class="title1">${title}</h1>
<p class="lead">${words.t('learn.lead')}</p>
${begun && drawOn(visit, begun)}
${
  courses.length === 0
    ? html`<p class="lead">${words.t('learn.empty')}</p>`
    : html`<section><h2 class="title2">${words.t('learn.courses')}</h2>
<ul class="courses">${courses.map((one) => html`<li>${drawCard(visit, one)}</li>`)}</ul></section>`
}
${drawWho(visit, learner, canSignIn)}
</div>`,
  }
}

function drawOn(visit: Visit, read: ReadCourse): SafeHtml {
  const { words, paths, locale } = visit
  const { course, how } = read
  const { next } = how
  if (!next) return html``
  return html`<section class="card resume" aria-labelledby="_on">${drawRing(read, 'small')}
<div class="grow"><p class="small second" id="_on">${words.t('learn.on')}</p>
<p class="strong">${next.title}</p>
<p class="small second">${course.title} · ${words.minutes(next.minutes)}</p></div>
<a class="btn main" href="${paths.lesson(locale.tag, course.contentId, next.id)}">${words.t('learn.continue')}</a></section>`
}

function drawCard(visit: Visit, read: ReadCourse): SafeHtml {
  const { words, paths, locale } = visit
  const { course, how, completedAt } = read
  const isUnderWay = how.done > 0 && !completedAt
  return html`<a class="card course${isUnderWay && ' under-way'}" href="${paths.course(locale.tag, course.contentId)}">
<span class="cover">${contours}${collectionIcon((course.icon ?? 'book') as CollectionIcon)}</span>
<span class="about"><span class="strong">${course.title}</span>
${course.summary && html`<span class="small second">${course.summary}</span>`}
${course.audience === 'team' && html`<span class="chip">${words.t('learn.team')}</span>`}
${isUnderWay && drawMeter(visit, read)}
<span class="small second">${drawFacts(visit, read)}</span></span></a>`
}

/** Who learns here, and how it comes along to another device. */
function drawWho(visit: Visit, learner: PortalLearner | undefined, canSignIn: boolean): SafeHtml {
  const { words, paths, locale } = visit
  if (learner?.actor.kind === 'agent') {
    return html`<form class="learner small second" method="post" action="${paths.team(locale.tag)}">
<p>${words.t('sign-in.as')} <bdi class="strong">${learner.name}</bdi></p>
<button class="btn small" name="act" value="out">${words.t('team.out')}</button></form>`
  }
  if (learner?.name) {
    return html`<p class="learner small second">${words.t('sign-in.as')} <bdi class="strong">${learner.name}</bdi></p>`
  }
  if (!canSignIn) return html``
  return html`<div class="learner small second"><p><span class="strong">${words.t('learn.keep')}</span> ${words.t('learn.keep.text')}</p>
<a class="btn small" href="${paths.signIn(locale.tag)}">${signInIcon}${words.t('sign-in.enter')}</a></div>`
}
