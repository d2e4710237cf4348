import { allOf } from '../../foundation/all-of.js'
import type { Clock } from '../../foundation/clock.js'
import type { Storage } from '../storage.js'
import { type ContentDraft, type EducationContent, educationKey } from './content.js'

export interface ShelfDeps {
  storage: Storage
  clock: Clock
  digest(text: string): string
}

/** Few enough that the loop is never held up. */
const BATCH = 50

/** Brings courses, checklists, tours and tips into storage: only what changed is written. */
export function createShelf({ storage, clock, digest }: ShelfDeps) {
  return {
    /** Adds or replaces contents; tells how many were another before. */
    async keep(site: string, drafts: readonly ContentDraft[]): Promise<number> {
      let saved = 0
      for (let at = 0; at < drafts.length; at += BATCH) {
        saved += await saveChanged(drafts.slice(at, at + BATCH).map((draft) => record(site, draft)))
      }
      return saved
    },

    /** Removes what the folder once held and no longer does. */
    async removeMissing(site: string, drafts: readonly ContentDraft[]): Promise<number> {
      const held = new Set(drafts.map((draft) => educationKey(site, draft)))
      const kept = await storage.transaction((tx) =>
        allOf((after) => tx.education.list('site', site, { limit: 200, after })),
      )
      const gone = kept.filter(({ id }) => !held.has(id))
      if (gone.length === 0) return 0
      await storage.transaction(async (tx) => {
        for (const { id, kind, contentId, locale } of gone) {
          tx.education.delete(id)
          tx.events.add({ kind: 'education.removed', site, contentKind: kind, contentId, locale })
        }
      })
      return gone.length
    },

    /** One page of everything that the site holds, for the search index. */
    list(site: string, after: string | undefined) {
      return storage.transaction((tx) => tx.education.list('site', site, { limit: 200, after }))
    },

    find(
      site: string,
      content: Parameters<typeof educationKey>[1],
    ): Promise<EducationContent | undefined> {
      return storage.transaction((tx) => tx.education.find(educationKey(site, content)))
    },
  }

  function record(site: string, draft: ContentDraft): EducationContent {
    const { place: _, ...words } = draft
    return {
      ...words,
      id: educationKey(site, draft),
      site,
      createdAt: clock.now().toISOString(),
      hash: digest(JSON.stringify(words)),
    }
  }

  function saveChanged(records: readonly EducationContent[]): Promise<number> {
    return storage.transaction(async (tx) => {
      const known = await Promise.all(records.map(({ id }) => tx.education.find(id)))
      const changed = records.filter(({ hash }, at) => known[at]?.hash !== hash)
      for (const content of changed) {
        const before = known[records.indexOf(content)]
        tx.education.save({ ...content, createdAt: before?.createdAt ?? content.createdAt })
        const { site, kind, contentId, locale } = content
        tx.events.add({ kind: 'education.saved', site, contentKind: kind, contentId, locale })
      }
      return changed.length
    })
  }
}

export type Shelf = ReturnType<typeof createShelf>
