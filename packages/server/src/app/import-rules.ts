import { ContentId, Locale, line } from '@waypost/sdk/contract'
import * as v from 'valibot'
import type { Library } from '../domain/knowledge/library.js'

const Words = v.array(line(200))

/** The synonyms and pins of one locale, as a content folder says them. */
export const ImportedRulesSchema = v.object({
  locale: Locale,
  synonyms: v.array(v.object({ words: Words, to: v.optional(Words) })),
  pins: v.array(v.object({ query: line(200), articleIds: v.array(ContentId) })),
})
export type ImportedRules = v.InferInput<typeof ImportedRulesSchema>

/** Takes what another content folder says about searching; a locale of our own folder stays as it is. */
export function createRulesImporter({ library }: { library: Library }) {
  return {
    async importRules(
      site: string,
      items: readonly v.InferOutput<typeof ImportedRulesSchema>[],
    ): Promise<{ saved: number }> {
      const drafts = items.map((item) => ({ ...item, place: 'import' }))
      return { saved: await library.keepRules(site, 'import', drafts) }
    },
  }
}
