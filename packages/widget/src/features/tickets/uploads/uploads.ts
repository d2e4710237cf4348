/*
 * What form and reply want of files, in one piece: fetched where a site takes files and somebody is
 * about to add one.
 *
 *     const { learnUploads } = await import('./uploads/uploads.js')
 *     await learnUploads(panel.translator)
 *     html`<waypost-uploads
 *       .panel=${panel} .ids=${words.attachmentIds} .limits=${settings.form.attachments}
 *       label=${field.label} @waypost-uploads-changed=${changed}
 *     ></waypost-uploads>`
 */
import { defineElement } from '../../../foundation/define-element.js'
import type { Translator } from '../../../foundation/i18n.js'
import { showFiles } from './show-files.js'
import { WaypostUploads } from './waypost-uploads.js'

export { type SentFile, UploadsChangedEvent } from './uploads-changed-event.js'

/** Gives the element its name, with its words in the language of the panel. */
export async function learnUploads(translator: Translator): Promise<void> {
  await showFiles(translator)
  defineElement('waypost-uploads', WaypostUploads)
}
