import { allOf } from '../../foundation/all-of.js'
import type { Clock } from '../../foundation/clock.js'
import type { Storage } from '../storage.js'
import { type EducationContent, educationKey } from './content.js'
import { type ContentSource, manuscriptKey, manuscriptOf, type Work } from './manuscript.js'
import { prepare, putWork, standingOf, takeAway } from './standing.js'

export interface ShelfDeps {
  storage: Storage
  clock: Clock
  digest(text: string): string
}

export interface KeptWorks {
  /** How many contents were another before. */
  readonly saved: number
  /** Works that were refused: their id is another source's, or another content's. */
  readonly clashes: readonly Work[]
}

/** Few enough that the loop is never held up. */
const BATCH = 20

/** Brings courses, checklists, tours and tips into storage: only what changed is written. */
export function createShelf({ storage, clock, digest }: ShelfDeps) {
  return {
    /** Adds or replaces contents with all that is made from them; `source` then owns them. */
    async keep(site: string, source: ContentSource, works: readonly Work[]): Promise<KeptWorks> {
      let saved = 0
      const clashes: Work[] = []
      for (let at = 0; at < works.length; at += BATCH) {
        const batch = works.slice(at, at + BATCH)
        const kept = await keepBatch(site, source, batch)
        saved += kept.saved
        clashes.push(...kept.clashes)
      }
      return { saved, clashes }
    },

    /** Removes what the folder once held and no longer does; what the team has written stays. */
    async removeMissing(site: string, works: readonly Work[]): Promise<number> {
      const held = new Set(
        works.flatMap(({ drafts }) => drafts.map((one) => educationKey(site, one))),
      )
      const written = new Set(works.map((work) => manuscriptKey(site, work)))
      const { contents, manuscripts } = await storage.transaction(async (tx) => ({
        contents: await allOf((after) => tx.education.list('site', site, { limit: 200, after })),
        manuscripts: await allOf((after) =>
          tx.manuscripts.list('site', site, { limit: 200, after }),
        ),
      }))
      const teams = new Set(
        manuscripts.filter(({ source }) => source === 'team').map(({ id }) => id),
      )
      const gone = contents.filter(
        (content) =>
          !held.has(content.id) && !teams.has(manuscriptKey(site, manuscriptOf(content))),
      )
      const unwritten = manuscripts.filter(({ id }) => !written.has(id) && !teams.has(id))
      if (gone.length + unwritten.length === 0) return 0
      await storage.transaction(async (tx) => {
        for (const content of gone) takeAway(tx, content)
        for (const { id } of unwritten) tx.manuscripts.delete(id)
      })
      return gone.length
    },

    /** One page of everything that the site holds, for the search index. */
    list(site: string, after: string | undefined) {
      return storage.transaction((tx) => tx.education.list('site', site, { limit: 200, after }))
    },

    /** One page of all that is written, for exports. */
    manuscripts(site: string, after: string | undefined) {
      return storage.transaction((tx) => tx.manuscripts.list('site', site, { limit: 200, after }))
    },

    find(
      site: string,
      content: Parameters<typeof educationKey>[1],
    ): Promise<EducationContent | undefined> {
      return storage.transaction((tx) => tx.education.find(educationKey(site, content)))
    },
  }

  function keepBatch(
    site: string,
    source: ContentSource,
    works: readonly Work[],
  ): Promise<KeptWorks> {
    const at = clock.now().toISOString()
    const prepared = works.map((work) => prepare({ site, source, at }, work, digest))
    return storage.transaction(async (tx) => {
      const before = await Promise.all(prepared.map((one) => standingOf(tx, one)))
      let saved = 0
      const clashes: Work[] = []
      for (const [index, one] of prepared.entries()) {
        const standing = before[index]
        if (standing?.clash !== undefined) clashes.push(one.work)
        else if (standing) saved += putWork(tx, one, standing)
      }
      return { saved, clashes }
    })
  }
}

export type Shelf = ReturnType<typeof createShelf>
