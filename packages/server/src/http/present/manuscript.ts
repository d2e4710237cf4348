import type {
  ManuscriptSummary,
  Manuscript as Reply,
  SavedManuscript as SavedReply,
} from '@waypost/sdk/contract'
import type { SavedPart } from '../../domain/education/authoring.js'
import { pathInBody } from '../../domain/education/authoring-faults.js'
import type { Manuscript } from '../../domain/education/manuscript.js'
import { lessonsOf, type Part } from '../../domain/education/sheet.js'
import { nearestLocale } from '../../domain/knowledge/nearest-locale.js'

/** The locale in which something is named where its author has named it in several. */
type DefaultLocale = (site: string) => string

export const presentManuscriptSummary =
  (localeOf: DefaultLocale) =>
  (manuscript: Manuscript): ManuscriptSummary => {
    const { contentId: id, kind, locale, site, written, source, revision, updatedAt } = manuscript
    return {
      ...{ id, kind, locale, title: titleOf(written.title, localeOf(site)) },
      status: (written.status ?? 'published') as ManuscriptSummary['status'],
      audience: (written.audience ?? 'public') as string,
      ...{ source, revision, updatedAt },
    }
  }

export const presentManuscript =
  (localeOf: DefaultLocale) =>
  ({ manuscript, lesson }: Part): Reply => {
    const summary = presentManuscriptSummary(localeOf)(manuscript)
    if (lesson === undefined) return { ...summary, content: { ...manuscript.written } }
    const found = lessonsOf(manuscript).find(({ id }) => id === lesson)
    const { id: _, ...content } = found ?? { id: lesson }
    const title = titleOf(content.title, localeOf(manuscript.site))
    return { ...summary, kind: 'lesson', id: `${summary.id}/${lesson}`, title, content }
  }

export const presentSaved =
  (localeOf: DefaultLocale) =>
  (part: SavedPart): SavedReply => ({
    ...presentManuscript(localeOf)(part),
    warnings: part.warnings.map(({ path, message }) => ({
      path: pathInBody(path, part.inside),
      message,
    })),
  })

function titleOf(title: unknown, locale: string): string {
  if (typeof title !== 'object' || title === null) return String(title)
  const texts = title as Readonly<Record<string, string>>
  return texts[nearestLocale(locale, Object.keys(texts), locale) ?? ''] ?? ''
}
