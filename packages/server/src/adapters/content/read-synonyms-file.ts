import { isMap, isSeq } from 'yaml'
import type { ContentProblem } from '../../domain/knowledge/article-draft.js'
import type { SynonymGroup } from '../../domain/knowledge/search-index.js'
import type { Pin, SearchRulesDraft } from '../../domain/knowledge/search-rules.js'
import type { ContentFile } from './content-files.js'
import { createProblems, type Problems } from './problems.js'
import { readTextFile } from './read-text-file.js'
import { type Field, isEmpty, readYamlFields, textOf, textsOf } from './yaml-fields.js'

export interface SynonymsFile {
  readonly file: ContentFile
  /** Absent where an error stands: what was in force before stays so. */
  readonly draft?: SearchRulesDraft
  /** Articles that are pinned, and where that is said. */
  readonly pinned: readonly { readonly articleId: string; readonly line: number }[]
  readonly problems: readonly ContentProblem[]
}

const keys = ['same', 'one-way', 'pins'] as const

/** The words that mean the same in a locale, and the articles that come first, from its `synonyms.yaml`. */
export async function readSynonymsFile(file: ContentFile): Promise<SynonymsFile> {
  const problems = createProblems(file.path)
  const left = () => ({ file, pinned: [], problems: problems.list })
  const text = await readTextFile(file.realPath, problems)
  const fields = text === undefined ? undefined : readYamlFields(text, 1, keys, problems)
  if (fields === undefined) return left()

  const groups = readGroups(fields.get('same'), problems)
  const ways = readPairs('one-way', 'klarna: card payment', fields.get('one-way'), problems)
  const pins = readPairs('pins', 'refund policy: refund-a-payment', fields.get('pins'), problems)
  if (!groups || !ways || !pins) return left()

  const { locale, path: place } = file
  const oneWay = ways.map(({ key, texts }): SynonymGroup => ({ words: [key], to: texts }))
  const draft: SearchRulesDraft = {
    ...{ locale, place, synonyms: [...groups, ...oneWay] },
    pins: pins.map(({ key, texts }): Pin => ({ query: key, articleIds: texts })),
  }
  const pinned = pins.flatMap(({ texts, line }) => texts.map((articleId) => ({ articleId, line })))
  return { file, draft, pinned, problems: problems.list }
}

/** Lists of words that mean the same; `undefined` and an error where that is no list. */
function readGroups(field: Field | undefined, problems: Problems): SynonymGroup[] | undefined {
  if (field === undefined || isEmpty(field.node)) return []
  if (!isSeq(field.node)) {
    problems.error('same must be a list of groups, as in - [refund, money back].', field.line)
    return undefined
  }
  return field.node.items.flatMap((item): SynonymGroup[] => {
    const words = textsOf(item)
    if (words !== undefined && words.length > 1) return [{ words }]
    problems.warn(
      'A group needs two words or more, as in [refund, money back], so it was passed over.',
      field.lineOf(item),
    )
    return []
  })
}

interface ReadPair {
  readonly key: string
  readonly texts: readonly string[]
  readonly line: number
}

/** Texts under a text each; `undefined` and an error where that is something else. */
function readPairs(
  name: string,
  example: string,
  field: Field | undefined,
  problems: Problems,
): ReadPair[] | undefined {
  if (field === undefined || isEmpty(field.node)) return []
  if (!isMap(field.node)) {
    problems.error(`${name} must be keys with values, as in ${example}.`, field.line)
    return undefined
  }
  return field.node.items.flatMap(({ key, value }): ReadPair[] => {
    const [word = '', texts = [], line] = [textOf(key)?.trim(), textsOf(value), field.lineOf(key)]
    if (word !== '' && texts.length > 0) return [{ key: word, texts, line }]
    problems.warn(`${name} must be as in ${example}, so this line was passed over.`, line)
    return []
  })
}
