import { html, type SafeHtml } from '../../../foundation/html.js'
import type { Visit } from '../page.js'
import { drawShelfCards } from '../shelf-cards.js'
import type { Shelf } from '../shelves.js'
import { drawAsk } from './draw-ask.js'

/** No dead end: the words are kept, a person may be asked about them, and the shelves are near. */
export function drawNothing(visit: Visit, asked: string, shelves: readonly Shelf[]): SafeHtml {
  const { words, canAsk } = visit
  const topics = drawShelfCards(visit, shelves)
  return html`<div class="said nothing" role="status"><p class="title2">${words.t('search.nothing', { words: asked })}</p>
<p class="second">${words.t(canAsk ? 'search.nothing.hint-ask' : 'search.nothing.hint')}</p></div>
${canAsk && html`<p>${drawAsk(visit, asked)}</p>`}
${
  topics &&
  html`<section class="topics"><h2 class="title2">${words.t('search.topics')}</h2>
${topics}</section>`
}`
}
