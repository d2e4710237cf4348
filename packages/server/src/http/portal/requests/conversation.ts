import type { CarriedCard } from '../../../domain/carried.js'
import type { Articles } from '../../../domain/knowledge/articles.js'
import type { Message } from '../../../domain/tickets/message.js'
import { html, type SafeHtml } from '../../../foundation/html.js'
import { renderRichText } from '../../../foundation/rich-text-html.js'
import { resolveArticleLinks } from '../article-links.js'
import { drawAttached, type FilePaths } from '../attaching/draw-attached.js'
import { topLevelOf } from '../contents.js'
import type { Visit } from '../page.js'
import { richTextWords } from '../rich-text-words.js'
import { drawCarried } from './draw-carried.js'
import { drawTime } from './draw-time.js'
import { drawFace } from './face.js'

/** One stop of the trail: everybody stands on the same side, own words are tinted. */
export async function drawMessage(
  articles: Articles,
  visit: Visit,
  message: Message,
  filePaths: FilePaths,
  cards: readonly CarriedCard[] = [],
): Promise<SafeHtml> {
  const { author, number, createdAt, attachments } = message
  const words = await drawBody(articles, visit, message)
  const time = drawTime(visit, createdAt)
  if (author.kind === 'system') {
    return html`<li id="_m${number}"><span class="node"><span class="pip"></span></span><div class="event">${words} ${time}</div></li>`
  }
  const isMine = author.kind === 'requester' && !author.isColleague
  return html`<li class="msg${isMine && ' mine'}" id="_m${number}">${drawFace(author.name)}
<p class="who"><strong>${authorName(visit, message)}</strong> ${time}</p>
<div class="words" dir="auto">${words}</div>${drawAttached(visit, attachments, filePaths)}${drawCarried(visit, cards)}</li>`
}

async function drawBody(articles: Articles, visit: Visit, { body, number }: Message) {
  const { words, paths, locale } = visit
  return renderRichText(body, {
    words: richTextWords(words),
    articleUrl: await resolveArticleLinks(articles, visit, body, locale.tag),
    siteUrl: paths.own,
    // Below the heading of the conversation, and clear of the headings of other messages.
    headingOffset: 3 - topLevelOf(body),
    idPrefix: `_m${number}-`,
  })
}

/** Who says it, as the requester knows them. */
function authorName({ words, site }: Visit, { author }: Message): string {
  if (author.isColleague) return author.name ?? words.t('request.colleague')
  if (author.kind === 'requester') return words.t('request.you')
  if (!author.name) return words.t('request.team')
  return words.t('request.agent', { name: author.name, site: site.name })
}

/** What happened last, after every message. */
export const drawEnd = (text: SafeHtml, stop?: SafeHtml): SafeHtml =>
  html`<li id="_end"><span class="node">${stop ?? html`<span class="pip"></span>`}</span><p class="event">${text}</p></li>`
