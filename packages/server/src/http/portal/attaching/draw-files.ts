import type { AttachedFile } from '../../../domain/attached-file.js'
import { html, type SafeHtml } from '../../../foundation/html.js'
import type { Visit } from '../page.js'
import { sayBytes } from './say-bytes.js'

export interface FilesControl {
  readonly name: string
  /** What has been uploaded already, and goes along unless it is unticked. */
  readonly kept: readonly AttachedFile[]
  readonly needed?: SafeHtml | undefined
  /** The most that its field takes, where it takes fewer than a message. */
  readonly max?: number | undefined
}

/** Where files are chosen, with those that are with us already. */
export function drawFiles(
  { words, form }: Visit,
  { name, kept, needed, max }: FilesControl,
  tied: SafeHtml,
): SafeHtml {
  const isSeveral = mostOf(form.attachments?.maxCount ?? 1, max) > 1
  return html`${
    kept.length > 0 &&
    html`<p class="help">${words.t('upload.keep')}</p>
<div class="options">${kept.map(
      ({ id, name: called, size }) =>
        html`<label class="option"><input type="checkbox" name="${name}" value="${id}" checked><span><bdi>${called}</bdi> <span class="quiet small">${sayBytes(words, size)}</span></span></label>`,
    )}</div>`
  }
<input class="input file" type="file" name="${name}"${isSeveral && html` multiple`}${kept.length === 0 && needed}${tied}>`
}

/** How much may go along: with a message, or with a field of `max` files. */
export function sayLimit({ words, form }: Visit, max?: number): string | undefined {
  if (!form.attachments) return undefined
  const { maxBytes, maxCount } = form.attachments
  return words.t('upload.limit', { size: sayBytes(words, maxBytes), n: mostOf(maxCount, max) })
}

const mostOf = (maxCount: number, max = maxCount): number => Math.min(maxCount, max)
