import { ContentId, Locale } from '@waypost/sdk/contract'
import * as v from 'valibot'
import {
  type ManuscriptHead,
  manuscriptKinds,
  type ReadManuscript,
} from '../domain/education/manuscript.js'
import type { Shelf } from '../domain/education/shelf.js'
import type { ImportResult } from './import-articles.js'

/** A course, checklist, tour or tip of an import, as its files say it. */
export const ImportedManuscriptSchema = v.object({
  kind: v.picklist(manuscriptKinds),
  id: ContentId,
  /** Of a course. */
  locale: v.nullable(Locale),
  content: v.record(v.string(), v.unknown()),
})
export type ImportedManuscript = v.InferInput<typeof ImportedManuscriptSchema>

/** Takes what teaches from another folder: from then on it is the team's. */
export function createManuscriptImporter(deps: {
  shelf: Pick<Shelf, 'keep'>
  read: ReadManuscript
  fallbackLocale(site: string): string
}) {
  return {
    /** Each stands or falls alone; those of the content folder stay as they are. */
    async importManuscripts(
      site: string,
      items: readonly v.InferOutput<typeof ImportedManuscriptSchema>[],
    ): Promise<ImportResult> {
      const result: ImportResult = { saved: 0, unchanged: 0, refused: [] }
      const fallback = deps.fallbackLocale(site)
      for (const [index, { kind, id: contentId, locale, content }] of items.entries()) {
        const refuse = (reason: string) => result.refused.push({ index, reason })
        const ofLocale = kind === 'course' ? (locale ?? fallback) : null
        const head: ManuscriptHead = { kind, contentId, locale: ofLocale }
        const { work, faults } = deps.read(head, content, fallback)
        if (!work) {
          refuse(faults.map(({ message }) => message).join(' '))
          continue
        }
        const { saved, clashes } = await deps.shelf.keep(site, 'team', [work])
        if (clashes.length > 0)
          refuse('this id stands in the content folder, or is another content')
        else if (saved > 0) result.saved += 1
        else result.unchanged += 1
      }
      return result
    },
  }
}
