import { ContentId, type Rule } from '@waypost/sdk/contract'
import * as v from 'valibot'
import type { ContentDraft } from '../../../domain/education/content.js'
import type { RichTextReader } from '../../../domain/rich-text.js'
import { createDesk, hasErrors, type ReadFile } from './desk.js'
import type { EducationFile } from './education-files.js'
import { byLanguage, type InLanguage } from './in-language.js'
import { parseAuthored } from './parse-authored.js'
import { checklistWords, tipWords, tourWords } from './placed-words.js'
import { AuthoredChecklist } from './schemas/checklist-schema.js'
import { AuthoredTip } from './schemas/tip-schema.js'
import { AuthoredTour } from './schemas/tour-schema.js'
import { tellDuplicates } from './tell-duplicates.js'
import { readYamlValue, type YamlValue } from './yaml-value.js'

/** A tour, checklist or tip with all its languages. */
export interface PlacedFile extends ReadFile {
  /** Absent where an error stands. */
  readonly placed?: {
    readonly contentId: string
    readonly authored: Authored
    readonly yaml: YamlValue
    /** Those that it is written in; of one text for all, those of the folder. */
    drafts(folderLocales: readonly string[]): readonly ContentDraft[]
  }
}

type Authored = AuthoredTour | AuthoredChecklist | AuthoredTip
type Words = ReturnType<typeof tourWords | typeof checklistWords | typeof tipWords>
type AuthoredHead = Pick<AuthoredTip, 'audience' | 'status' | 'version' | 'priority' | 'when'>

/** Reads `{tours,checklists,tips}/<id>.yaml`. */
export async function readPlacedFile(
  file: EducationFile,
  reader: RichTextReader,
): Promise<PlacedFile> {
  const desk = createDesk(file, reader)
  const { problems } = desk
  const contentId = file.name
  const text = await desk.text()
  const yaml = text === undefined ? undefined : readYamlValue(text, 1, problems)
  if (yaml === undefined) return desk.found()
  if (!v.is(ContentId, contentId)) {
    problems.error('The name of this file is no id; take 1 to 200 printable characters.')
  }
  const read = readKind(yaml)
  if (read === undefined || hasErrors(desk.found())) return desk.found()
  const drafts = (folderLocales: readonly string[]): readonly ContentDraft[] => {
    const own = read.locales.length > 0 ? read.locales : folderLocales
    return (own.length > 0 ? own : ['en']).map(read.draft)
  }
  return { ...desk.found(), placed: { contentId, authored: read.authored, yaml, drafts } }

  function readKind(from: YamlValue) {
    switch (file.kind) {
      case 'tour':
        return readAs(from, AuthoredTour, ({ steps }) => ['steps', steps], tourWords)
      case 'checklist':
        return readAs(from, AuthoredChecklist, ({ tasks }) => ['tasks', tasks], checklistWords)
      case 'tip':
        return readAs(from, AuthoredTip, () => ['', []], tipWords)
      default:
        return undefined
    }
  }

  function readAs<A extends Authored>(
    from: YamlValue,
    schema: v.GenericSchema<unknown, A>,
    partsOf: (authored: A) => readonly [string, readonly { id: string }[]],
    words: (read: InLanguage<A>) => Words,
  ) {
    const authored = parseAuthored(schema, from, problems)
    if (authored === undefined) return undefined
    const [name, parts] = partsOf(authored)
    tellDuplicates([name], parts, from, problems)
    const { locales, read } = byLanguage({
      authored,
      yaml: from,
      problems,
      markdown: desk.markdown,
    })
    const draft = (locale: string): ContentDraft => ({
      ...headOf(authored, locale),
      ...words(read(locale)),
    })
    return { authored, locales, draft }
  }

  function headOf({ audience, status, version, priority, when }: AuthoredHead, locale: string) {
    return {
      ...{ contentId, locale, audience, status, version, priority },
      when: (when ?? null) as Rule | null,
      place: file.path,
    }
  }
}
