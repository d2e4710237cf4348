import { allOf } from '../../foundation/all-of.js'
import type { Storage } from '../storage.js'
import type { EducationContent } from './content.js'

export interface OfferedDeps {
  storage: Storage
  /** Rises with every change of content; `undefined` while that may be about to rise. */
  contentVersion(): number | undefined
}

/**
 * All that stands by itself on a site, in every language and whoever it is for: every page of a host or
 * the portal asks for it, so it is read once for a state of the content, on every node.
 */
export function createOffered({ storage, contentVersion }: OfferedDeps) {
  const known = new Map<string, { version: number; contents: readonly EducationContent[] }>()

  return async (site: string): Promise<readonly EducationContent[]> => {
    const version = contentVersion()
    const kept = known.get(site)
    if (kept && kept.version === version) return kept.contents
    const contents = await storage.transaction((tx) =>
      allOf((after) => tx.education.list('offered', site, { limit: 500, after })),
    )
    if (version !== undefined) known.set(site, { version, contents })
    return contents
  }
}

export type Offered = ReturnType<typeof createOffered>

/** Something to learn, for others than the team. */
export const isLearnt = ({ kind, audience, status }: EducationContent): boolean =>
  (kind === 'course' || kind === 'checklist') && audience !== 'team' && status === 'published'
