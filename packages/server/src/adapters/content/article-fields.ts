import { type ArticleStatus, type Audience, articleStatuses } from '@waypost/sdk/contract'
import type { ArticleDraft } from '../../domain/knowledge/article-draft.js'
import { createFieldReaders, type FieldReaders } from './field-readers.js'
import type { Problems } from './problems.js'
import { readYamlFields } from './yaml-fields.js'

export const articleKeys = [
  'title',
  'id',
  'slug',
  'summary',
  'keywords',
  'order',
  'updated',
  'audience',
  'status',
  'pages',
  'search',
  'tour',
] as const

export type ArticleFields = Pick<
  ArticleDraft,
  | 'articleId'
  | 'slug'
  | 'title'
  | 'summary'
  | 'keywords'
  | 'position'
  | 'audience'
  | 'status'
  | 'pages'
  | 'searchable'
  | 'tour'
  | 'updatedAt'
> & { readonly idLine: number; readonly slugLine: number; readonly tourLine: number }

/** What the front matter says; `undefined` where an error keeps the article out. */
export function readArticleFields(
  yaml: string,
  firstLine: number,
  fileName: string,
  problems: Problems,
): ArticleFields | undefined {
  const fields = readYamlFields(yaml, firstLine, articleKeys, problems)
  if (fields === undefined) return undefined
  const read = createFieldReaders(fields, problems)
  const title = read.title(firstLine)
  const slug = read.id('slug', fileName)
  const articleId = read.id('id', slug ?? fileName)
  const audience = readAudience(read, problems)
  const status = readStatus(read, problems)
  const tour = read.words('tour')
  const rest = {
    summary: read.words('summary'),
    keywords: read.list('keywords'),
    position: read.position(),
    pages: read.list('pages'),
    ...(read.truth('search') === false && { searchable: false as const }),
    ...(tour !== null && { tour }),
    updatedAt: readUpdated(read, problems),
    idLine: read.lineOf('id') ?? firstLine,
    slugLine: read.lineOf('slug') ?? firstLine,
    tourLine: read.lineOf('tour') ?? firstLine,
  }
  if (!title || !slug || !articleId || !audience || !status) return undefined
  return { articleId, slug, title, audience, status, ...rest }
}

/** Never guessed: a slip of the pen must not show the team's article to everybody. */
function readAudience({ words, lineOf }: FieldReaders, problems: Problems): Audience | undefined {
  const audience = lineOf('audience') === undefined ? 'public' : words('audience')
  if (/^(?:public|customers|team|segment:\S.{0,99})$/u.test(audience ?? '')) {
    return audience as Audience
  }
  problems.error('audience must be public, customers, team or segment:<name>.', lineOf('audience'))
  return undefined
}

function readStatus(
  { words, lineOf }: FieldReaders,
  problems: Problems,
): ArticleStatus | undefined {
  const said = lineOf('status') === undefined ? 'published' : words('status')
  const status = articleStatuses.find((known) => known === said)
  if (status === undefined) {
    problems.error(`status must be ${articleStatuses.join(', ')}.`, lineOf('status'))
  }
  return status
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const MOMENT = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/i

/** A day begins at midnight UTC, wherever the server stands. */
function readUpdated({ words, lineOf }: FieldReaders, problems: Problems): string | null {
  const said = words('updated')
  if (said === null) return null
  const moment = new Date(
    DAY.test(said) ? `${said}T00:00:00Z` : MOMENT.test(said) ? said : Number.NaN,
  )
  const isReal = !Number.isNaN(moment.getTime())
  if (isReal && (!DAY.test(said) || moment.toISOString().startsWith(said))) {
    return moment.toISOString()
  }
  problems.warn(
    'updated must be a date, as in 2026-11-21, so it was passed over.',
    lineOf('updated'),
  )
  return null
}
