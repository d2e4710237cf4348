import { collectionIcons } from '@waypost/sdk/contract'
import type { CollectionDraft, ContentProblem } from '../../domain/knowledge/article-draft.js'
import type { ContentFile } from './content-files.js'
import { createFieldReaders } from './field-readers.js'
import { createProblems } from './problems.js'
import { readTextFile } from './read-text-file.js'
import { readYamlFields } from './yaml-fields.js'

export const collectionKeys = ['title', 'id', 'summary', 'icon', 'order'] as const

export interface CollectionFile {
  readonly file: ContentFile
  readonly draft: CollectionDraft
  readonly idLine: number
  readonly problems: readonly ContentProblem[]
}

/**
 * A collection from its `_collection.yaml`. Where that cannot be read the folder's name stands in,
 * so that the articles keep their shelf.
 */
export async function readCollectionFile(file: ContentFile): Promise<CollectionFile> {
  const problems = createProblems(file.path)
  const text = await readTextFile(file.realPath, problems)
  const fields = text === undefined ? undefined : readYamlFields(text, 1, collectionKeys, problems)
  if (fields === undefined) return standIn(file, problems.list)
  const read = createFieldReaders(fields, problems)
  const draft: CollectionDraft = {
    collectionId: read.id('id', file.name) ?? file.name,
    locale: file.locale,
    title: read.title(1) ?? file.name,
    summary: read.words('summary'),
    icon: read.option('icon', collectionIcons),
    position: read.position(),
    place: file.path,
  }
  return { file, draft, idLine: read.lineOf('id') ?? 1, problems: problems.list }
}

/** The collection of a folder that says nothing about itself. */
export function standIn(
  file: ContentFile,
  problems: readonly ContentProblem[] = [],
): CollectionFile {
  const { path, name, locale } = file
  const draft = { collectionId: name, locale, title: name, summary: null, position: 0, place: path }
  return { file, draft, idLine: 1, problems }
}
