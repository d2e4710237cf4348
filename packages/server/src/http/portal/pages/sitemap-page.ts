import type { EducationRoom } from '../../../domain/education/education.js'
import type { Article } from '../../../domain/knowledge/article.js'
import type { Articles } from '../../../domain/knowledge/articles.js'
import type { SafeHtml } from '../../../foundation/html.js'
import type { PortalPage, Visit } from '../page.js'
import { readShelves } from '../shelves.js'
import { xml, xmlDocument } from '../xml.js'

interface Place {
  readonly locale: string
  readonly path: string
  readonly updatedAt?: string
}

export interface SitemapDeps {
  articles: Articles
  education: EducationRoom
}

/** Every page that search engines should know, with its translations: https://sitemaps.org */
export function sitemapPage(deps: SitemapDeps): PortalPage {
  return {
    method: 'GET',
    path: '/help/sitemap.xml',
    isGlobal: true,
    async answer(visit) {
      const families = await readFamilies(deps, visit)
      const urls = families.map((places) => places.map((place) => drawUrl(visit, place, places)))
      const root = xml`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls}</urlset>`
      return { type: 'application/xml', text: xmlDocument(root) }
    },
  }
}

/** The same page in all its languages, together. */
async function readFamilies(
  { articles, education }: SitemapDeps,
  visit: Visit,
): Promise<readonly (readonly Place[])[]> {
  const { paths } = visit
  const families = new Map<string, Place[]>()
  const add = (key: string, place: Place) =>
    families.set(key, [...(families.get(key) ?? []), place])
  for (const { tag: locale } of visit.locales) {
    const shelves = await readShelves(articles, visit, locale)
    const all = shelves.flatMap((shelf) => shelf.articles)
    if (all.length === 0) continue
    add('home', { locale, path: paths.home(locale), updatedAt: newest(all) })
    for (const { id, articles: shelf } of shelves) {
      if (id === null) continue
      add(`collection ${id}`, {
        ...{ locale, path: paths.collection(locale, id), updatedAt: newest(shelf) },
      })
    }
    for (const { articleId, slug, updatedAt } of all) {
      add(`article ${articleId}`, { locale, path: paths.article(locale, slug), updatedAt })
    }
    const courses = (await education.overview(visit.actor, locale))
      .map(({ content }) => content)
      .filter((content) => content.kind === 'course' && content.locale === locale)
    if (courses.length > 0) add('learn', { locale, path: paths.learn(locale) })
    for (const { contentId } of courses) {
      add(`course ${contentId}`, { locale, path: paths.course(locale, contentId) })
    }
  }
  return [...families.values()]
}

function drawUrl({ paths }: Visit, place: Place, family: readonly Place[]): SafeHtml {
  const others = family.map(
    ({ locale, path }) =>
      xml`<xhtml:link rel="alternate" hreflang="${locale}" href="${paths.absolute(path)}"/>`,
  )
  return xml`<url><loc>${paths.absolute(place.path)}</loc>${place.updatedAt && xml`<lastmod>${place.updatedAt}</lastmod>`}${family.length > 1 && others}</url>
`
}

function newest(articles: readonly Article[]): string {
  return (
    articles
      .map(({ updatedAt }) => updatedAt)
      .sort()
      .at(-1) ?? ''
  )
}
