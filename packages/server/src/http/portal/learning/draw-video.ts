import type { Video } from '@waypost/sdk/contract'
import { attribute, html, type SafeHtml } from '../../../foundation/html.js'
import { nextIcon } from '../icons.js'
import type { Visit } from '../page.js'

/**
 * A video of the site's own plays where it stands; of one elsewhere there is a link alone, so that
 * nothing is asked of anybody before the reader wants it.
 */
export function drawVideo(visit: Visit, video: Video, transcript: SafeHtml | undefined): SafeHtml {
  const { words, paths, locale } = visit
  const minutes = video.seconds && words.minutes(Math.max(1, Math.round(video.seconds / 60)))
  const title = minutes ? words.t('lesson.video', { minutes }) : words.t('lesson.video.plain')
  const own = (path: string) => (isOwn(path) ? paths.own(path) : path)
  const tracks = video.captions.map(
    (track) =>
      html`<track kind="captions" srclang="${track.locale}" label="${track.label}" src="${own(track.url)}"${attribute('default', track.locale === locale.tag && 'default')}>`,
  )
  const chapters = video.chapters.map(
    ({ seconds, title: name }) => html`<li><bdi class="quiet">${clock(seconds)}</bdi> ${name}</li>`,
  )
  return html`<figure class="video">${
    isOwn(video.url)
      ? html`<video controls preload="none" aria-label="${title}"${attribute('poster', video.poster !== null && own(video.poster))}><source src="${own(video.url)}"${attribute('type', video.type ?? false)}>${tracks}</video>`
      : html`<a class="card row" href="${video.url}" rel="external noreferrer"><span class="two"><span class="strong">${title}</span> <span class="small second">${words.t('lesson.video.elsewhere')}</span></span> ${nextIcon}</a>`
  }
${chapters.length > 0 && html`<figcaption class="small"><span class="strong">${words.t('lesson.chapters')}</span><ol class="chapters">${chapters}</ol></figcaption>`}
${transcript && html`<details><summary>${words.t('lesson.transcript')}</summary><div class="prose">${transcript}</div></details>`}</figure>`
}

const isOwn = (url: string): boolean => /^\/(?!\/)/.test(url)

/** `1:40`, as players write it. */
const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`
