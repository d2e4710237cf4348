import type { Block, RichText } from '@waypost/sdk/contract'
import { html, type SafeHtml } from '../../foundation/html.js'
import { plainTextOfInlines } from '../../foundation/plain-text.js'
import type { Visit } from './page.js'

type Heading = Extract<Block, { type: 'heading' }>

/** From so many headings on, an article is long enough to need them in a list. */
const FEWEST = 3

/** The headings of a long article down to the second level, and none of a short one. */
export function headingsOf(body: RichText): readonly Heading[] {
  const headings = body.filter((block): block is Heading => block.type === 'heading')
  const listed = headings.filter(({ level }) => level <= topLevelOf(body) + 1)
  return listed.length < FEWEST ? [] : listed
}

/** The level that the author began with; 2 where there are no headings. */
export function topLevelOf(body: RichText): number {
  const levels = body.flatMap((block) => (block.type === 'heading' ? [block.level] : []))
  return levels.length > 0 ? Math.min(...levels) : 2
}

/** The list in the margin of a wide page, and one to unfold above the text of a narrow one. */
export function drawContents({ words }: Visit, body: RichText) {
  const headings = headingsOf(body)
  const top = topLevelOf(body)
  const links = headings.map(
    ({ id, level, children }) =>
      html`<li${level > top && html` class="deeper"`}><a href="#${id}">${plainTextOfInlines(children)}</a></li>`,
  )
  const list: SafeHtml = html`<ul class="toc">${links}</ul>`
  const title = words.t('article.contents')
  if (headings.length === 0) return { inMargin: undefined, aboveText: undefined }
  return {
    inMargin: html`<nav class="wide" aria-label="${title}"><p class="toc-title small strong">${title}</p>${list}</nav>`,
    aboveText: html`<details class="contents narrow"><summary>${title}</summary><nav aria-label="${title}">${list}</nav></details>`,
  }
}
