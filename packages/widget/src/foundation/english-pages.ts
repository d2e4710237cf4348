import { addEnglish } from './i18n.js'
import { enPages } from './messages/en-pages.js'

/** Call it before the words of a page are shown: English has those of the first open alone. */
export function learnPages(): void {
  addEnglish(enPages)
}
