import type { AttachedFile } from '../../../domain/attached-file.js'
import { html, type SafeHtml } from '../../../foundation/html.js'
import { fileIcon } from '../icons.js'
import type { Visit } from '../page.js'
import { sayBytes } from './say-bytes.js'

/** Where the files of a message are: a page of ours that opens them anew, and a picture for now. */
export interface FilePaths {
  /** Asks whether the reader may, each time; what it leads to ends soon. */
  open(id: string): string
  /** The picture itself, for as long as a page is looked at. */
  picture(id: string): string
}

/** What came with a message: pictures to be seen, at their size from the start, and files to take. */
export function drawAttached(
  { words }: Visit,
  files: readonly AttachedFile[] | undefined,
  paths: FilePaths,
): SafeHtml | false {
  if (!files || files.length === 0) return false
  const drawn = files.map(({ id, name, size, width, height }) => {
    const said = sayBytes(words, size)
    if (width === null || height === null) {
      return html`<li><a class="attached" href="${paths.open(id)}">${fileIcon}<bdi>${name}</bdi> <span class="quiet">${said}</span></a></li>`
    }
    const shown = fitted(width, height)
    const label = words.t('upload.open', { name, size: said })
    return html`<li><a class="attached picture" href="${paths.open(id)}" aria-label="${label}"><img src="${paths.picture(id)}" width="${shown.width}" height="${shown.height}" alt="${words.t('upload.picture', { name })}" loading="lazy"></a></li>`
  })
  return html`<ul class="attachments">${drawn}</ul>`
}

/** The room for one picture, in pixels: known before it comes, so that nothing moves. */
const ROOM = { width: 420, height: 240 }

function fitted(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, ROOM.width / width, ROOM.height / height)
  const sized = (pixels: number) => Math.max(1, Math.round(pixels * scale))
  return { width: sized(width), height: sized(height) }
}
