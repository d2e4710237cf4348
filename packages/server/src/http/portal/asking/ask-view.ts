import type { AttachedFile } from '../../../domain/attached-file.js'
import { attribute, html, type SafeHtml } from '../../../foundation/html.js'
import { drawPromise, isShut } from '../draw-promise.js'
import { articleIcon, nextIcon } from '../icons.js'
import type { PageView, Visit } from '../page.js'
import { type AskWords, provenAddress } from './ask-words.js'
import { drawAnswers, drawAttachments } from './draw-answers.js'
import { drawConsent } from './draw-consent.js'
import { drawField } from './draw-field.js'
import { drawByKind, drawKinds } from './draw-kinds.js'
import type { Mend } from './mends.js'
import { drawSummary, drawUnsent, type Unsent } from './notices.js'
import type { Suggestion } from './suggest.js'

export interface Asking {
  readonly words: AskWords
  readonly mends?: readonly Mend[]
  readonly unsent?: Unsent | undefined
  readonly suggestions?: readonly Suggestion[]
  /** Files that are with us already. */
  readonly attached?: readonly AttachedFile[]
}

/** The form, with every word that was typed in it. */
export function askView(visit: Visit, asking: Asking): PageView {
  const { words: say, paths, locales } = visit
  const { mends = [], unsent, suggestions = [] } = asking
  const title = say.t('site.ask')
  return {
    title:
      mends.length > 0 && !unsent ? `${say.t('ask.wrong', { n: mends.length })} – ${title}` : title,
    place: 'ask',
    cache: 'none',
    hasClocks: visit.site.hours !== null,
    translations: locales.map(({ tag }) => ({ locale: tag, path: paths.contact(tag) })),
    main: html`<div class="wrap"><div class="cols asking">
<div>
<h1 class="title1">${title}</h1>
<p class="lead">${say.t('ask.lead')}</p>
<p class="hours small${isShut(visit) && ' shut'}"><span class="dot"></span>${drawPromise(visit)}</p>
${unsent ? drawUnsent(visit, unsent) : drawSummary(visit, mends)}
${drawForm(visit, asking)}
</div>
${suggestions.length > 0 && html`<aside>${drawSuggestions(visit, suggestions, say.t('ask.suggestions'))}</aside>`}
</div></div>`,
  }
}

function drawForm(visit: Visit, { words, mends = [], attached = [] }: Asking): SafeHtml {
  const { words: say, paths, locale } = visit
  const { kind } = words
  const address = provenAddress(visit)
  const why = (at: string) => mends.find((mend) => mend.at === at)?.why
  const optional = html` <span class="opt">(${say.t('ask.optional')})</span>`
  return html`<form class="form" action="${paths.contact(locale.tag)}" method="post" novalidate${visit.form.attachments && html` enctype="multipart/form-data"`}${draftWords(visit, 'ask')}>
<input type="hidden" name="key" value="${words.key}"><input type="hidden" name="page" value="${words.page}"><input type="hidden" name="begun" value="${words.begun}">${words.holder !== '' && html`<input type="hidden" name="holder" value="${words.holder}">`}
${drawKinds(visit, kind)}
${drawField({
  id: '_subject',
  label: say.t('ask.subject'),
  fault: why('subject'),
  control: (tied) =>
    html`<input class="input" name="subject" value="${words.subject}" required${tied}>`,
})}
${drawField({
  id: '_message',
  label: drawByKind(visit, kind, (each) => {
    if (each !== 'callback') return html`${say.t(`ask.message.${each}`)}`
    if (asksPhone(visit)) return html`${say.t('ask.message.question')}`
    return html`${say.t('ask.message.callback')} <span class="help">${say.t('ask.callback')}</span>`
  }),
  fault: why('message'),
  // Browsers drop the first line break in a text area: this one, so that none of theirs is.
  control: (tied) =>
    html`<textarea class="input" name="message" rows="7" required${tied}>\n${words.message}</textarea>`,
})}
${drawAnswers(visit, words, why, attached)}
${drawAttachments(visit, words, why('files'), attached)}
${drawField({
  id: '_name',
  label: html`${say.t('ask.name')}${optional}`,
  fault: why('name'),
  control: (tied) =>
    html`<input class="input" name="name" value="${words.name}" autocomplete="name"${tied}>`,
})}
${address === undefined ? drawEmail(visit, words.email, why('email')) : drawAddress(visit, address)}
${drawConsent(visit, words, why('consent'))}
<div class="trap"><label>${say.t('answer.trap')} <input name="website" tabindex="-1" autocomplete="off"></label></div>
<div class="send"><button class="btn main">${say.t('ask.send')}</button><span class="kept small quiet" role="status"></span></div>
</form>`
}

/** Whether a field of the site's own asks whoever wants to be called for the number. */
function asksPhone({ form }: Visit): boolean {
  return form.fields.some(
    ({ type, kinds, when }) => type === 'phone' && !when && (kinds?.includes('callback') ?? true),
  )
}

function drawEmail({ words: say }: Visit, email: string, fault: string | undefined): SafeHtml {
  return drawField({
    ...{ id: '_email', label: say.t('ask.email'), help: say.t('ask.email.help'), fault },
    control: (tied) =>
      html`<input class="input" type="email" name="email" value="${email}" required autocomplete="email" dir="ltr"${tied}>`,
  })
}

/** Whoever is signed in has proved their address: the reply goes there. */
function drawAddress({ words: say }: Visit, address: string): SafeHtml {
  return html`<div class="field"><p class="label">${say.t('ask.email')}</p><p><bdi>${address}</bdi></p></div>`
}

/** Articles that may answer what is being asked. Nobody has to look. */
export function drawSuggestions(
  { paths, locale }: Visit,
  suggestions: readonly Suggestion[],
  title: string,
): SafeHtml {
  return html`<section class="suggestions"><h2 class="small strong second">${title}</h2>
<ul class="rows card">${suggestions.map(
    ({ slug, title: name, locale: tag }) =>
      html`<li><a class="row" href="${paths.article(tag, slug)}"${attribute('lang', tag !== locale.tag && tag)}>${articleIcon}<span class="two">${name}</span>${nextIcon}</a></li>`,
  )}</ul></section>`
}

/** What the script that keeps drafts needs: under which name, and what it may say. */
export function draftWords({ words, site }: Visit, name: string): SafeHtml {
  return html` data-draft="${site.key}:${name}" data-kept="${words.t('ask.kept')}" data-restored="${words.t('ask.restored')}" data-over="${words.t('ask.start-over')}"`
}
