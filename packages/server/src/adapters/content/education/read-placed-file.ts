import { ContentId } from '@waypost/sdk/contract'
import * as v from 'valibot'
import type { Work } from '../../../domain/education/manuscript.js'
import type { RichTextReader } from '../../../domain/rich-text.js'
import type { PlacedEducationFile } from './education-files.js'
import { createFileDesk, hasErrors, type ReadFile } from './file-desk.js'
import { type Placed, readPlaced } from './read-placed.js'
import { readYamlValue, type YamlValue } from './yaml-value.js'

export interface PlacedFile extends ReadFile {
  /** Absent where an error stands. */
  readonly placed?: Pick<Placed, 'authored'> & {
    readonly contentId: string
    readonly yaml: YamlValue
    /** In the languages of the folder, where it is written once for all of them. */
    workIn(folderLocales: readonly string[]): Work
  }
}

/** Reads `{tours,checklists,tips}/<id>.yaml`. */
export async function readPlacedFile(
  file: PlacedEducationFile,
  reader: RichTextReader,
): Promise<PlacedFile> {
  const desk = createFileDesk(file, reader)
  const { problems } = desk
  const { name: contentId, kind, path: place } = file
  const text = await desk.text()
  const yaml = text === undefined ? undefined : readYamlValue(text, 1, problems)
  if (yaml === undefined) return desk.found()
  if (!v.is(ContentId, contentId)) {
    problems.error('The name of this file is no id; take 1 to 200 printable characters.')
  }
  const placed = readPlaced({ kind, contentId, place }, yaml.value, desk.with(yaml))
  if (!placed || hasErrors(desk.found())) return desk.found()
  const { authored, drafts } = placed
  const written = yaml.value as Work['written']
  const head = { kind, contentId, locale: null, place, written }
  const workIn = (locales: readonly string[]) => ({ ...head, drafts: drafts(locales) })
  return { ...desk.found(), placed: { authored, contentId, yaml, workIn } }
}
