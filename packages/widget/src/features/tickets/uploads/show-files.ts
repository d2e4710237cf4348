import { defineElement } from '../../../foundation/define-element.js'
import type { Translator } from '../../../foundation/i18n.js'
import { learnUploads } from '../../../foundation/learn-uploads.js'
import { WaypostAttachments } from './waypost-attachments.js'

/** Makes ready what shows the files of a message: fetched where one has some. */
export async function showFiles(translator: Translator): Promise<void> {
  await learnUploads(translator)
  defineElement('waypost-attachments', WaypostAttachments)
}
