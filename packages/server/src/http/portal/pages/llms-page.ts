import type { Articles } from '../../../domain/knowledge/articles.js'
import { helpTitle } from '../help-title.js'
import type { PortalPage } from '../page.js'
import { readShelves } from '../shelves.js'

/** What there is to read, each as Markdown, for machines that answer: https://llmstxt.org */
export function llmsPages({ articles }: { articles: Articles }): readonly PortalPage[] {
  return ['/llms.txt', '/help/llms.txt'].map((path) => ({
    method: 'GET',
    path,
    isGlobal: true,
    async answer(visit) {
      const { words, paths, locale, locales, site } = visit
      const shelves = await readShelves(articles, visit, locale.tag)
      const sections = shelves.map(({ title, articles: shelf }) => {
        const lines = shelf.map((article) => {
          const address = paths.absolute(paths.markdown(locale.tag, article.slug))
          const summary = article.summary === null ? '' : `: ${article.summary}`
          return `- ${link(article.title, address)}${summary}`
        })
        return `## ${title}\n\n${lines.join('\n')}`
      })
      const others = locales
        .filter(({ tag }) => tag !== locale.tag)
        .map(({ tag, name }) => `- ${link(name, paths.absolute(paths.home(tag)))}`)
      const parts = [
        `# ${helpTitle(visit)}`,
        `> ${words.t('home.about', { site: site.name })}`,
        ...sections,
        others.length > 0 && `## Optional\n\n${others.join('\n')}`,
      ]
      return { type: 'text/plain', text: `${parts.filter(Boolean).join('\n\n')}\n` }
    },
  }))
}

const link = (words: string, address: string) =>
  `[${words.replace(/[[\]\\]/g, '\\$&')}](${address})`
