/*
 * What form and conversation want of files, in one piece: fetched where a site takes files and
 * somebody is about to add one, or where a message brought some. Importing it gives the elements
 * their names.
 *
 *     const { english } = await import('./uploads/uploads.js')
 *     translator.learn(english)
 *     html`<waypost-uploads
 *       .panel=${panel} .ids=${words.attachmentIds} .limits=${settings.form.attachments}
 *       label=${t('upload.label')} @waypost-uploads-changed=${changed}
 *     ></waypost-uploads>`
 */
import { defineElement } from '../../../foundation/define-element.js'
import { WaypostUploads } from './waypost-uploads.js'

export { enUploads as english } from '../../../foundation/messages/en-uploads.js'
export { UploadsChangedEvent } from './uploads-changed-event.js'

defineElement('waypost-uploads', WaypostUploads)
