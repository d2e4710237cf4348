import type { Actor } from '../actor.js'
import type { EducationContent } from './content.js'
import type { EducationRoom } from './education.js'
import type { ProgressRoom } from './progress.js'

export interface DueDeps {
  education: Pick<EducationRoom, 'overview'>
  progress: Pick<ProgressRoom, 'list'>
}

/** More than a page shows of one site. */
const MOST_DUE = 100

/** What may still show itself on a page of the host, so that one on which there is nothing asks for nothing. */
export function createDue({ education, progress }: DueDeps) {
  return async (actor: Actor): Promise<readonly EducationContent[]> => {
    const seen = await education.overview(actor, undefined)
    const contents = seen.map(({ content }) => content).filter(showsItself)
    if (contents.length === 0) return []
    const known = new Map(
      (await progressOf(actor)).map(({ contentId, progress: one }) => [contentId, one]),
    )
    const due = contents.filter((content) => {
      const own = known.get(content.contentId)
      if (!own || own.version < content.version || own.state === 'started') return true
      return own.state === 'skipped' && comesBack(content, own.shown)
    })
    return due.slice(0, MOST_DUE)
  }

  async function progressOf(actor: Actor) {
    return actor.kind === 'session' || actor.kind === 'agent' ? progress.list(actor) : []
  }
}

export type Due = ReturnType<typeof createDue>

/** Courses, and tours that somebody has to ask for, wait where they are. */
function showsItself(content: EducationContent): boolean {
  if (content.kind === 'tour') return content.auto
  return content.kind === 'checklist' || content.kind === 'tip'
}

/** What somebody has left comes back as its author says. */
function comesBack(content: EducationContent, shown: number): boolean {
  if (content.kind !== 'tour') return false
  const { days, most } = content.frequency
  return shown < (most ?? (days === undefined ? 1 : Number.POSITIVE_INFINITY))
}
