import type { ExcerptPart } from '@waypost/sdk/contract'
import type { Actor } from '../actor.js'
import { canReadAudience } from '../policy.js'
import type { Storage } from '../storage.js'
import { educationKey } from './content.js'
import type { EducationDeps } from './education.js'
import type { Learnable, LearningIndex } from './learning-index.js'
import { readerOf, seenBy } from './visible.js'

export interface LearningFinderDeps extends Pick<EducationDeps, 'nearestLocale'> {
  storage: Storage
  index: LearningIndex
}

export interface FoundContent {
  readonly content: Learnable
  readonly excerpt: readonly ExcerptPart[]
}

/** So few stand beside the articles; more are looked at, as some may be for others. */
const MOST = 3
const LOOKED_AT = 10

/** Courses and lessons that hold what somebody searches for, and are meant for them. */
export function createLearningFinder({ storage, index, nearestLocale }: LearningFinderDeps) {
  return {
    async search(
      actor: Actor,
      { text, locale: wanted }: { text: string; locale: string | undefined },
    ): Promise<readonly FoundContent[]> {
      const { site } = actor
      const locale = nearestLocale(site, wanted, index.locales(site))
      if (locale === undefined) return []
      const canRead = (audience: Parameters<typeof canReadAudience>[1]) =>
        canReadAudience(actor, audience)
      const found = index.search({ site, locale, text, limit: LOOKED_AT, canRead })
      if (found.length === 0) return []
      return storage.transaction(async (tx) => {
        const reader = await readerOf(tx, actor)
        const kept = await Promise.all(
          found.map((one) => tx.education.find(educationKey(site, one))),
        )
        return found
          .flatMap(({ excerpt }, at): FoundContent[] => {
            const content = kept[at]
            if (content?.kind !== 'course' && content?.kind !== 'lesson') return []
            return seenBy(reader, content) ? [{ content, excerpt }] : []
          })
          .slice(0, MOST)
      })
    },
  }
}

export type LearningFinder = ReturnType<typeof createLearningFinder>
