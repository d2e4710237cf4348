import type { EducationFolder } from '../domain/education/content-source.js'
import type { Shelf } from '../domain/education/shelf.js'
import type { ContentProblem } from '../domain/knowledge/article-draft.js'
import type { Content, ReadContent } from '../domain/knowledge/content-source.js'
import type { Library } from '../domain/knowledge/library.js'
import type { Logger } from '../foundation/logger.js'

export interface SyncReport {
  articles: number
  saved: number
  removed: number
  problems: readonly ContentProblem[]
}

/**
 * Brings a content folder into storage. What cannot be read is reported and its last good version
 * stays: while a file is in error that may be an article, nothing is removed, because the missing one
 * may be that file. What a broken `synonyms.yaml` said stays in force, and holds back nothing else; of
 * courses, checklists, tours and tips the same holds as of articles, each for itself.
 */
export function createContentSync(deps: {
  site: string
  read: ReadContent<{ education: EducationFolder }>
  library: Library
  shelf: Shelf
  log: Logger
}) {
  const { site, library, shelf, log } = deps
  let queue: Promise<unknown> = Promise.resolve()
  let told = ''

  return {
    /** Syncs once; calls never overlap. */
    run(): Promise<SyncReport> {
      const result = queue.then(sync)
      queue = result.catch(() => {})
      return result
    },
  }

  async function sync(): Promise<SyncReport> {
    const content = await deps.read()
    const kept = await library.keep(site, 'folder', content)
    const savedRules = await library.keepRules(site, 'folder', content.searchRules)
    const { works, isWhole } = content.education
    const education = await shelf.keep(site, 'folder', works)
    const removedEducation = isWhole ? await shelf.removeMissing(site, works) : 0
    const problems = [
      ...content.problems,
      ...kept.clashes.map(({ draft }) => clash(draft.place, CLASH)),
      ...education.clashes.map(({ place }) => clash(place, EDUCATION_CLASH)),
    ]
    const removed = (content.isWhole ? await removeMissing(content) : 0) + removedEducation
    tell(problems)
    const saved = kept.saved + savedRules + education.saved
    if (saved + removed > 0) log.info('content synced', { site, saved, removed })
    return { articles: content.articles.length, saved, removed, problems }
  }

  async function removeMissing(content: Content): Promise<number> {
    const { searchRules, brokenRules } = content
    const said = [...searchRules.map(({ locale }) => locale), ...brokenRules]
    const rules = await library.removeMissingRules(site, 'folder', said)
    return rules + (await library.removeMissing(site, 'folder', content))
  }

  /** The same problems are told once, not at every save of another file. */
  function tell(problems: readonly ContentProblem[]): void {
    const now = JSON.stringify(problems)
    if (now === told) return
    told = now
    for (const { file, line, severity, message } of problems) {
      const place = line === undefined ? file : `${file}:${line}`
      log[severity === 'error' ? 'error' : 'warn']('content', { place, problem: message })
    }
  }
}

const CLASH = 'This id was imported before; give the article another id.'
const EDUCATION_CLASH =
  'This id belongs to what the team has written in the server; give the content another id.'

const clash = (file: string, message: string): ContentProblem => ({
  ...{ file, severity: 'error', message },
})
