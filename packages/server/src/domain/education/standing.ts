import { allOf } from '../../foundation/all-of.js'
import type { Transaction } from '../storage.js'
import { type ContentDraft, type EducationContent, educationKey } from './content.js'
import {
  type ContentSource,
  type Manuscript,
  manuscriptKey,
  manuscriptOf,
  type Work,
} from './manuscript.js'

/** A work as it will be kept. */
export interface PreparedWork {
  readonly work: Work
  readonly manuscript: Manuscript
  readonly contents: readonly EducationContent[]
}

/** What stands in the place of a work before it comes. */
export interface Standing {
  readonly manuscript: Manuscript | undefined
  /** In the order of what the work brings. */
  readonly contents: readonly (EducationContent | undefined)[]
  /** What was made before, and is no more. What the folder no longer holds goes when it is whole. */
  readonly old: readonly EducationContent[]
  /** Why the work may not stand there: its id is another source's, or another content's. */
  readonly clash: 'source' | 'content' | undefined
}

export function prepare(
  { site, source, at }: { site: string; source: ContentSource; at: string },
  work: Work,
  digest: (text: string) => string,
): PreparedWork {
  const { kind, contentId, locale, written, drafts } = work
  const manuscript: Manuscript = {
    ...{ kind, contentId, locale, written, source, site, createdAt: at, updatedAt: at },
    ...{ id: manuscriptKey(site, work), revision: 1, hash: digest(JSON.stringify(written)) },
  }
  return { work, manuscript, contents: drafts.map(record) }

  function record(draft: ContentDraft): EducationContent {
    const { place: _, ...words } = draft
    const hash = digest(JSON.stringify(words))
    return { ...words, id: educationKey(site, draft), site, createdAt: at, hash }
  }
}

/** Belongs among the reads of a transaction. */
export async function standingOf(
  tx: Transaction,
  { manuscript, contents }: PreparedWork,
): Promise<Standing> {
  const before = await tx.manuscripts.find(manuscript.id)
  const made = manuscript.source === 'team' ? await madeFrom(tx, manuscript.id) : []
  return {
    manuscript: before,
    old: made.filter(({ id }) => !contents.some((content) => content.id === id)),
    contents: await Promise.all(contents.map(({ id }) => tx.education.find(id))),
    clash: await clashOf(tx, before, manuscript, contents),
  }
}

async function clashOf(
  tx: Transaction,
  before: Manuscript | undefined,
  { site, source, kind, contentId }: Manuscript,
  contents: readonly EducationContent[],
): Promise<Standing['clash']> {
  if (before && before.source !== source) return 'source'
  for (const id of new Set(contents.map((content) => content.contentId))) {
    const { items } = await tx.education.list('translations', `${site}|${id}`, { limit: 100 })
    const others = items.map(manuscriptOf)
    for (const other of others.filter((one) => one.kind !== kind || one.contentId !== contentId)) {
      // Inside the folder this is the folder's to tell: it may have moved from one file to another.
      const theirs = await tx.manuscripts.find(manuscriptKey(site, other))
      if (source === 'team' || theirs?.source === 'team') return 'content'
    }
  }
  return undefined
}

/** Writes what is another than before; tells how many contents were. */
export function putWork(
  tx: Transaction,
  { manuscript, contents }: PreparedWork,
  before: Standing,
): number {
  const changed = contents.filter(({ hash }, at) => before.contents[at]?.hash !== hash)
  for (const content of changed) {
    const { createdAt } = before.contents[contents.indexOf(content)] ?? content
    tx.education.save({ ...content, createdAt })
    const { site, kind, contentId, locale } = content
    tx.events.add({ kind: 'education.saved', site, contentKind: kind, contentId, locale })
  }
  for (const content of before.old) takeAway(tx, content)
  if (before.manuscript?.hash !== manuscript.hash) {
    tx.manuscripts.save(following(before.manuscript, manuscript))
  }
  return changed.length
}

/** A manuscript as the one after another. */
export function following(before: Manuscript | undefined, manuscript: Manuscript): Manuscript {
  if (!before) return manuscript
  return { ...manuscript, createdAt: before.createdAt, revision: before.revision + 1 }
}

/** All that was made from a manuscript; belongs among the reads of a transaction. */
export const madeFrom = (tx: Transaction, manuscriptId: string) =>
  allOf((after) => tx.education.list('made', manuscriptId, { limit: 200, after }))

export function takeAway(tx: Transaction, content: EducationContent): void {
  const { id, site, kind, contentId, locale } = content
  tx.education.delete(id)
  tx.events.add({ kind: 'education.removed', site, contentKind: kind, contentId, locale })
}
