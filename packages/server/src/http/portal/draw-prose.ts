import type { CalloutTone, RichText } from '@waypost/sdk/contract'
import type { Articles } from '../../domain/knowledge/articles.js'
import type { PictureSizeOf } from '../../domain/knowledge/picture-size.js'
import type { SafeHtml } from '../../foundation/html.js'
import { renderRichText } from '../../foundation/rich-text-html.js'
import { resolveArticleLinks } from './article-links.js'
import { topLevelOf } from './contents.js'
import { alertIcon, infoIcon, tipIcon } from './icons.js'
import type { Visit } from './page.js'
import { readPictures } from './pictures.js'
import { richTextWords } from './rich-text-words.js'

export interface ProseDeps {
  articles: Articles
  pictureSizeOf: PictureSizeOf
}

/** What an author wrote to be read, below the title of its page. */
export async function drawProse(
  { articles, pictureSizeOf }: ProseDeps,
  visit: Visit,
  { body, locale }: { body: RichText; locale: string },
): Promise<SafeHtml> {
  const { words, paths } = visit
  return renderRichText(body, {
    words: richTextWords(words),
    picture: await readPictures(pictureSizeOf, body),
    articleUrl: await resolveArticleLinks(articles, visit, body, locale),
    siteUrl: paths.own,
    // The title of the page is the only first heading, whatever level the author began with.
    headingOffset: 2 - topLevelOf(body),
    calloutIcon: (tone) => CALLOUT_ICONS[tone],
    sectionLink: (title) => words.t('article.section', { title }),
  })
}

const CALLOUT_ICONS: Readonly<Record<CalloutTone, SafeHtml>> = {
  note: infoIcon,
  tip: tipIcon,
  important: infoIcon,
  warning: alertIcon,
  caution: alertIcon,
}
