import type { Block, RichText } from '@waypost/sdk/contract'
import { html, nothing } from 'lit'
import type { Translator } from '../../foundation/i18n.js'
import { textOf } from '../../ui/render-inlines.js'
import { unfoldIcon } from './knowledge-icons.js'

/** From so many headings on, an article is long enough to need them in a list. */
const FEWEST = 4

type Heading = Extract<Block, { type: 'heading' }>

/** Where in a long article one can go. */
export function renderContents(body: RichText, { t }: Translator, go: (anchor: string) => void) {
  const headings = body.filter((block): block is Heading => block.type === 'heading')
  if (headings.length < FEWEST) return nothing
  const top = Math.min(...headings.map(({ level }) => level))
  return html`<details class="contents">
    <summary>${t('article.contents')}${unfoldIcon}</summary>
    <ul>
      ${headings
        .filter(({ level }) => level <= top + 1)
        .map(
          ({ id, level, children }) => html`<li class=${level > top ? 'deeper' : ''}>
            <button class="goto" type="button" @click=${() => go(id)}>${textOf(children)}</button>
          </li>`,
        )}
    </ul>
  </details>`
}
