import { html, type SafeHtml } from '../../../foundation/html.js'
import { editIcon } from '../icons.js'
import type { Visit } from '../page.js'

/** The way to a person; the words that were searched for come along as the subject. */
export function drawAsk({ words, paths, locale }: Visit, asked: string): SafeHtml {
  return html`<a class="btn" href="${paths.contact(locale.tag, asked)}">${editIcon}${words.t('search.about', { words: asked })}</a>`
}
