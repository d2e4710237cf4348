import { WaypostError } from '@waypost/sdk/contract'
import type { Articles } from '../../../domain/knowledge/articles.js'
import { renderMarkdown } from '../../../foundation/rich-text-markdown.js'
import { resolveArticleLinks } from '../article-links.js'
import { topLevelOf } from '../contents.js'
import { findArticle } from '../find-article.js'
import type { PortalPage } from '../page.js'
import { redirect } from '../send-page.js'

/** One article as Markdown, for who reads with a machine: its address with `.md` at the end. */
export function markdownPage({ articles }: { articles: Articles }): PortalPage {
  return {
    method: 'GET',
    path: '/articles/:file{.+\\.md}',
    async answer(visit) {
      const { paths, locale } = visit
      const slug = (visit.params.file ?? '').replace(/\.md$/, '')
      const found = await findArticle(articles, visit, slug)
      if (found?.article.locale !== locale.tag) throw new WaypostError('not_found')
      const { title, summary, body, slug: own } = found.article
      if (!found.isCanonical) return redirect(paths.markdown(locale.tag, own), 'permanent')

      const toPath = await resolveArticleLinks(articles, visit, body, locale.tag)
      const absolute = (path: string | undefined) => path && paths.absolute(path)
      const text = renderMarkdown(body, {
        articleUrl: (id, anchor) => absolute(toPath(id, anchor)),
        siteUrl: (path) => paths.absolute(paths.own(path)),
        headingOffset: 2 - topLevelOf(body),
      })
      const page = paths.absolute(paths.article(locale.tag, own))
      const parts = [`# ${inlineText(title)}`, summary && inlineText(summary), text]
      return {
        type: 'text/markdown',
        text: `${parts.filter(Boolean).join('\n\n')}\n`,
        headers: { Link: `<${page}>; rel="canonical"` },
      }
    },
  }
}

/** A line that somebody typed, with what Markdown would make of it taken away. */
function inlineText(text: string): string {
  return renderMarkdown([{ type: 'paragraph', children: [{ type: 'text', text }] }], {
    articleUrl: () => undefined,
  })
}
