import type { AttachedFile } from '../../../domain/attached-file.js'
import { html, type SafeHtml } from '../../../foundation/html.js'
import { draftWords } from '../asking/ask-view.js'
import type { Fault } from '../asking/check-words.js'
import { drawField } from '../asking/draw-field.js'
import { drawUnsent, type Unsent } from '../asking/notices.js'
import { sayFault } from '../asking/say-fault.js'
import { drawFiles, sayLimit } from '../attaching/draw-files.js'
import { editIcon, infoIcon } from '../icons.js'
import type { Visit } from '../page.js'
import type { FoundRequest } from './find-request.js'

/** What stands in the reply form, and what became of it. */
export interface Replying {
  readonly message: string
  /** Makes a second click the same reply as the first. */
  readonly key: string
  readonly fault?: Fault | undefined
  readonly unsent?: Unsent | undefined
  /** Files that are with us already, and why others are not. */
  readonly attached?: readonly AttachedFile[]
  readonly refusal?: string | undefined
}

type Replied = FoundRequest & { readonly replying: Replying }

/** A place to go on writing. */
export function drawReplyForm(visit: Visit, { ticket, token, replying }: Replied): SafeHtml {
  const { words, paths, locale } = visit
  const { message, key, fault, unsent, attached = [], refusal } = replying
  const label = words.t(ticket.status === 'solved' ? 'request.write.solved' : 'request.write')
  const why = fault && sayFault(words, { field: 'message', fault, email: '' })
  const isWrong = fault !== undefined && html` autofocus`
  return html`${unsent && drawUnsent(visit, unsent)}
<form class="form" id="_reply" action="${paths.request(locale.tag, token)}" method="post" novalidate${visit.form.attachments && html` enctype="multipart/form-data"`}${draftWords(visit, ticket.reference)}>
<input type="hidden" name="key" value="${key}">
${drawField({
  id: '_message',
  label,
  fault: why,
  // Browsers drop the first line break in a text area: this one, so that none of theirs is.
  control: (tied) =>
    html`<textarea class="input" name="message" rows="4" required${tied}${isWrong}>\n${message}</textarea>`,
})}
${visit.form.attachments && drawAttaching(visit, attached, refusal)}
<div class="send"><button class="btn main" name="act" value="reply">${words.t('request.send')}</button><span class="kept small quiet" role="status"></span></div>
</form>`
}

function drawAttaching(
  visit: Visit,
  kept: readonly AttachedFile[],
  fault: string | undefined,
): SafeHtml {
  const { words } = visit
  const optional = html` <span class="opt">(${words.t('ask.optional')})</span>`
  return drawField({
    ...{ id: '_files', label: html`${words.t('upload.label')}${optional}` },
    ...{ help: sayLimit(visit), fault },
    control: (tied) => drawFiles(visit, { name: 'files', kept }, tied),
  })
}

/** What is closed takes no replies: the words go along into a new request. */
export function drawClosed(visit: Visit, { ticket, replying }: Replied): SafeHtml {
  const { words, paths, locale, canAsk } = visit
  const { message } = replying
  const { subject, kind, requester } = ticket
  const hidden = { kind, subject, message, name: requester.name, email: requester.email }
  const fields = Object.entries(hidden).map(
    ([name, value]) => value && html`<input type="hidden" name="${name}" value="${value}">`,
  )
  const isKept = message !== ''
  return html`<div class="notice ${isKept ? 'warn' : 'plain'}"${isKept && html` role="alert"`}>${infoIcon}<div>
<p><strong>${words.t('request.closed')}</strong> ${canAsk && words.t(isKept ? 'request.closed.kept' : 'request.closed.hint')}</p>
${isKept && html`<blockquote class="unsent" dir="auto">${message}</blockquote>`}
${
  canAsk &&
  html`<form action="${paths.contact(locale.tag)}" method="post">${fields}
<button class="btn small" name="act" value="begin">${editIcon}${words.t('request.ask-again')}</button></form>`
}
</div></div>`
}
