/*
 * What form and conversation want of files, in one piece: fetched where a site takes files and
 * somebody is about to add one, or where a message brought some. Importing it gives the elements
 * their names; their words are to be learned before one is drawn:
 *
 *     const { learnUploads } = await import('./uploads/uploads.js')
 *     await learnUploads(panel.translator)
 *     html`<waypost-uploads
 *       .panel=${panel} .ids=${words.attachmentIds} .limits=${settings.form.attachments}
 *       label=${t('upload.label')} @waypost-uploads-changed=${changed}
 *     ></waypost-uploads>`
 */
import { defineElement } from '../../../foundation/define-element.js'
import { WaypostUploads } from './waypost-uploads.js'

export { learnUploads } from '../../../foundation/learn-uploads.js'
export { UploadsChangedEvent } from './uploads-changed-event.js'

defineElement('waypost-uploads', WaypostUploads)
