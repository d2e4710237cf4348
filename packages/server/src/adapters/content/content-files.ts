import { isLocale, richTextLimits } from '@waypost/sdk/contract'
import type { ContentProblem } from '../../domain/knowledge/article-draft.js'
import type { Entry, FolderEntries } from './folder-entries.js'

/** One file of the layout: an article, or what a collection says about itself. */
export interface ContentFile extends Pick<Entry, 'path' | 'realPath' | 'stamp'> {
  /** In canonical form, as `pt-BR`. */
  readonly locale: string
  /** An article's file name without `.md`; a collection's folder name. */
  readonly name: string
  /** Path of the folder that is the collection; `null` for articles that stand in none. */
  readonly collection: string | null
}

export interface ContentFiles {
  readonly articles: ContentFile[]
  readonly collections: ContentFile[]
  /** What each locale says about searching it. */
  readonly synonyms: ContentFile[]
  /** Such files that are not read, with the reason. */
  readonly refusedSynonyms: { readonly file: ContentFile; readonly problems: ContentProblem[] }[]
  /** Collections whose folder has no `_collection.yaml`. */
  readonly unnamed: ContentFile[]
  readonly problems: ContentProblem[]
}

const ARTICLE = /\.md$/i
const ALMOST_ARTICLE = /\.(?:markdown|mdx|mdown|txt)$/i
/** Room for the largest article and its front matter. */
const LARGEST = richTextLimits.article + 64 * 1024

/** Walks `<locale>/articles/<collection>/<slug>.md`; what lies beside that layout is told. */
export async function listContentFiles({
  entriesOf,
  problems,
}: FolderEntries): Promise<ContentFiles> {
  const files: ContentFiles = {
    ...{ articles: [], collections: [], unnamed: [] },
    ...{ synonyms: [], refusedSynonyms: [] },
    problems: [],
  }
  for (const folder of (await entriesOf('')).filter(({ isFolder }) => isFolder)) {
    const inside = await entriesOf(folder.path)
    if (!inside.some(({ name, isFolder }) => name === 'articles' && isFolder)) continue
    const locale = localeOf(folder.name)
    if (locale === undefined) tell(folder, 'error', NO_LOCALE)
    else {
      for (const entry of inside.filter(({ isFolder }) => !isFolder)) addSynonyms(entry, locale)
      await addLocale(locale, `${folder.path}/articles`)
    }
  }
  files.problems.unshift(...problems)
  return files

  async function addLocale(locale: string, path: string) {
    for (const entry of await entriesOf(path)) {
      if (entry.isFolder) await addCollection(locale, entry)
      else addFile(entry, locale, null)
    }
  }

  function addSynonyms(entry: Entry, locale: string) {
    const { name, bytes, path } = entry
    if (name !== 'synonyms.yaml') {
      if (!/^_?synonyms?\.ya?ml$/i.test(name)) return
      return tell(entry, 'warning', 'This file is not read; name it synonyms.yaml.')
    }
    const file = { ...entry, locale, name: 'synonyms', collection: null }
    const other = files.synonyms.find((one) => one.locale === locale)
    const reason = other
      ? `The synonyms of ${locale} stand in ${other.path} already; join the two.`
      : TOO_MANY
    if (!other && bytes <= LARGEST) files.synonyms.push(file)
    else {
      const problem: ContentProblem = { file: path, severity: 'error', message: reason }
      files.refusedSynonyms.push({ file, problems: [problem] })
    }
  }

  async function addCollection(locale: string, folder: Entry) {
    const entries = await entriesOf(folder.path)
    const before = files.articles.length
    for (const entry of entries) {
      if (!entry.isFolder) addFile(entry, locale, folder.path)
      else if (await holdsArticles(entry.path)) tell(entry, 'error', TOO_DEEP)
    }
    const about = entries.find(({ name, isFolder }) => name === '_collection.yaml' && !isFolder)
    const name = folder.name.normalize('NFC')
    const file = { ...(about ?? folder), locale, name, collection: folder.path }
    if (about !== undefined) {
      files.collections.push(file)
    } else if (files.articles.length > before) {
      tell(folder, 'warning', NO_COLLECTION_FILE)
      files.unnamed.push(file)
    }
  }

  function addFile(entry: Entry, locale: string, collection: string | null) {
    if (ARTICLE.test(entry.name) && entry.bytes > LARGEST) tell(entry, 'error', TOO_LARGE)
    else if (ARTICLE.test(entry.name)) {
      const name = entry.name.replace(ARTICLE, '').normalize('NFC')
      files.articles.push({ ...entry, locale, name, collection })
    } else if (ALMOST_ARTICLE.test(entry.name)) tell(entry, 'warning', NOT_AN_ARTICLE)
    else if (/^_?collection\.ya?ml$/i.test(entry.name) && entry.name !== '_collection.yaml') {
      tell(entry, 'warning', 'This file is not read; name it _collection.yaml.')
    }
  }

  /** Folders of pictures are welcome anywhere. */
  async function holdsArticles(path: string, depth = 0): Promise<boolean> {
    if (depth > 5) return false
    for (const { name, path: inner, isFolder } of await entriesOf(path)) {
      if (isFolder ? await holdsArticles(inner, depth + 1) : ARTICLE.test(name)) return true
    }
    return false
  }

  function tell({ path }: Entry, severity: ContentProblem['severity'], message: string) {
    files.problems.push({ file: path, severity, message })
  }
}

/** Languages have two or three letters: `english` is well-formed by BCP 47, and a slip. */
export function localeOf(name: string): string | undefined {
  // Read from the text: `Intl.Locale` knows no language of `und`.
  if (!isLocale(name) || (name.split('-')[0] ?? '').length > 3) return undefined
  return Intl.getCanonicalLocales(name)[0]
}

const NO_LOCALE =
  'This folder is not named after a language; use a tag such as en, uk or pt-BR (BCP 47).'
const TOO_DEEP =
  'Articles in this folder are not read; move them up, straight into the folder of the collection.'
const NO_COLLECTION_FILE =
  'This collection is shown under the name of its folder; add a _collection.yaml with title: … to it.'
const NOT_AN_ARTICLE = 'This file is not read; articles end in .md.'
const TOO_MANY = `This file is larger than ${LARGEST / 1024} kB; keep the words that matter.`
const TOO_LARGE = `This file is larger than ${LARGEST / 1024} kB; split the article.`
