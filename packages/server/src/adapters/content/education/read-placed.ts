import type { Rule } from '@waypost/sdk/contract'
import type * as v from 'valibot'
import type { ContentDraft } from '../../../domain/education/content.js'
import type { Desk } from './desk.js'
import type { PlacedKind } from './education-files.js'
import { byLanguage, type InLanguage } from './in-language.js'
import { parseAuthored } from './parse-authored.js'
import { checklistWords, tipWords, tourWords } from './placed-words.js'
import { AuthoredChecklist } from './schemas/checklist-schema.js'
import { AuthoredTip } from './schemas/tip-schema.js'
import { AuthoredTour } from './schemas/tour-schema.js'
import { tellDuplicates } from './tell-duplicates.js'

/** A tour, checklist or tip with all its languages. */
export interface Placed {
  readonly authored: Authored
  /** In those that it is written in; of one text for all, in those that are given. */
  drafts(locales: readonly string[]): readonly ContentDraft[]
}

type Authored = AuthoredTour | AuthoredChecklist | AuthoredTip
type Words = ReturnType<typeof tourWords | typeof checklistWords | typeof tipWords>
type AuthoredHead = Pick<AuthoredTip, 'audience' | 'status' | 'version' | 'priority' | 'when'>

/** What stands on the host's page, as its author means it; `undefined` where something is wrong. */
export function readPlaced(
  { kind, contentId, place }: { kind: PlacedKind; contentId: string; place: string },
  value: unknown,
  desk: Desk,
): Placed | undefined {
  switch (kind) {
    case 'tour':
      return readAs(AuthoredTour, ({ steps }) => ['steps', steps], tourWords)
    case 'checklist':
      return readAs(AuthoredChecklist, ({ tasks }) => ['tasks', tasks], checklistWords)
    case 'tip':
      return readAs(AuthoredTip, () => ['', []], tipWords)
  }

  function readAs<A extends Authored>(
    schema: v.GenericSchema<unknown, A>,
    partsOf: (authored: A) => readonly [string, readonly { id: string }[]],
    words: (read: InLanguage<A>) => Words,
  ): Placed | undefined {
    const authored = parseAuthored(schema, value, desk)
    if (authored === undefined) return undefined
    const [name, parts] = partsOf(authored)
    tellDuplicates([name], parts, desk)
    const { locales: own, read } = byLanguage(authored, desk)
    const draft = (locale: string): ContentDraft => ({
      ...headOf(authored, locale),
      ...words(read(locale)),
    })
    return { authored, drafts: (locales) => (own.length > 0 ? own : locales).map(draft) }
  }

  function headOf({ audience, status, version, priority, when }: AuthoredHead, locale: string) {
    return {
      ...{ contentId, locale, audience, status, version, priority },
      when: (when ?? null) as Rule | null,
      place,
    }
  }
}
