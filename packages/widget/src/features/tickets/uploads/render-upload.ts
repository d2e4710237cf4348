import type { Form } from '@waypost/sdk/contract'
import { html, nothing } from 'lit'
import type { PanelContext } from '../../../foundation/panel-context.js'
import { timeLocale } from '../../../foundation/when.js'
import { fileSize } from './file-size.js'
import { isMoving, type Upload } from './upload.js'
import { binIcon, fileIcon, pictureIcon, stopIcon } from './upload-icons.js'
import { whyNot } from './why-not.js'

export interface UploadRow {
  panel: PanelContext
  limits: Form['attachments']
  /** Drawn from the bytes that the page has. */
  thumbnail: HTMLCanvasElement | undefined
  isDisabled: boolean
  again: () => void
  remove: () => void
}

/** One file: what it is, how far it has come, and the one thing to be done about it. */
export function renderUpload(upload: Upload, row: UploadRow) {
  const { t } = row.panel.translator
  const { name, state } = upload
  const isWrong = state === 'refused' || state === 'failed' || state === 'gone'
  const deed = t(isMoving(upload) ? 'upload.stop' : 'upload.remove', { name })
  return html`<li class="upload ${isWrong ? 'wrong' : ''}">
    ${renderPicture(upload, row.thumbnail)}
    <span class="grow"
      ><span class="line"
        ><bdi class="cut grow" title=${name}>${name || '…'}</bdi>${
          state === 'sending'
            ? html`<span class="quiet" aria-hidden="true">${percent(upload, row.panel)}</span>`
            : nothing
        }</span
      >${renderState(upload, row)}</span
    >
    <button
      class="tool"
      type="button"
      aria-label=${deed}
      title=${deed}
      ?disabled=${row.isDisabled}
      @click=${row.remove}
    >
      ${isMoving(upload) ? stopIcon : binIcon}
    </button>
  </li>`
}

/* A page may forbid `style` in markup, and says nothing of a property. */
function renderState(upload: Upload, { panel, limits, isDisabled, again }: UploadRow) {
  const { translator } = panel
  const { t } = translator
  const { name, state, size, part, fault } = upload
  switch (state) {
    case 'sending':
      return html`<span
        class="meter"
        role="progressbar"
        aria-label=${t('upload.progress', { name })}
        aria-valuenow=${Math.floor(part * 100)}
        .style=${`--at: ${Math.max(0.02, part) * 100}%`}
        ><i></i
      ></span>`
    case 'queued':
      return html`<span class="tiny quiet">${t('upload.queued')}</span>`
    case 'waiting':
      return html`<span class="tiny warn"
        >${t(fault === 'busy' ? 'upload.waits.busy' : 'upload.waits')}</span
      >`
    case 'added':
      return html`<span class="tiny good"
        >${t('upload.added')}${size ? ` · ${fileSize(size, timeLocale(panel))}` : nothing}</span
      >`
    default:
      return html`<span class="tiny bad"
        >${whyNot(upload, limits, translator, timeLocale(panel))}
        ${
          state === 'failed'
            ? html`<button
                class="link"
                type="button"
                aria-label=${t('upload.again.name', { name })}
                ?disabled=${isDisabled}
                @click=${again}
              >
                ${t('upload.again')}
              </button>`
            : nothing
        }</span
      >`
  }
}

/** What one recognises it by; the server's picture for one of an earlier visit. */
function renderPicture({ attachment, file }: Upload, thumbnail: HTMLCanvasElement | undefined) {
  const isPicture = attachment ? attachment.width !== null : file?.type.startsWith('image/')
  const sent = isPicture && !file && attachment
  // Where the page lets no picture through, its place stays grey.
  const picture = sent ? html`<img src=${sent.url} alt="" loading="lazy" />` : thumbnail
  return html`<span class="thumb">${picture ?? (isPicture ? pictureIcon : fileIcon)}</span>`
}

const percent = ({ part }: Upload, panel: PanelContext) =>
  new Intl.NumberFormat(timeLocale(panel), { style: 'percent' }).format(
    Math.floor(part * 100) / 100,
  )
