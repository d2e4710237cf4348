import type { ContentProblem } from '../../domain/knowledge/article-draft.js'
import type { ArticleFile } from './read-article-file.js'
import type { CollectionFile } from './read-collection-file.js'

/** Takes out what another file already is; both places are named. The first by path stays. */
export function withoutClashes(files: readonly ArticleFile[]) {
  const ids = createRegister()
  const slugs = createRegister()
  const problems: ContentProblem[] = []
  const kept = files.filter(({ draft, file: { path }, idLine, slugLine }) => {
    if (draft === undefined) return true
    const { articleId, slug, locale } = draft
    const sameId = ids.owner(locale, articleId)
    const sameSlug = slugs.owner(locale, slug)
    if (sameId !== undefined) {
      problems.push(clash(path, idLine, `The id "${articleId}"`, sameId))
    } else if (sameSlug !== undefined) {
      problems.push(clash(path, slugLine, `The slug "${slug}"`, sameSlug))
    } else {
      ids.add(locale, articleId, path)
      slugs.add(locale, slug, path)
      return true
    }
    return false
  })
  return { kept, problems }
}

export function withoutCollectionClashes(files: readonly CollectionFile[]) {
  const ids = createRegister()
  const problems: ContentProblem[] = []
  const kept = files.filter(({ draft, file: { path }, idLine }) => {
    const { collectionId, locale } = draft
    const same = ids.owner(locale, collectionId)
    if (same === undefined) ids.add(locale, collectionId, path)
    else problems.push(clash(path, idLine, `The id "${collectionId}"`, same))
    return same === undefined
  })
  return { kept, problems }
}

function clash(file: string, line: number, what: string, other: string): ContentProblem {
  const message = `${what} is taken by ${other}; give one of the two another.`
  return { file, line, severity: 'error', message }
}

function createRegister() {
  const paths = new Map<string, string>()
  const keyOf = (locale: string, name: string) => `${locale}|${name}`
  return {
    owner: (locale: string, name: string) => paths.get(keyOf(locale, name)),
    add: (locale: string, name: string, path: string) => paths.set(keyOf(locale, name), path),
  }
}
