import { type ContentKind, type NewManuscript, WaypostError } from '@waypost/sdk/contract'
import type { Clock } from '../../foundation/clock.js'
import { filteredPage } from '../../foundation/filtered-page.js'
import type { Page, PageRequest } from '../../foundation/records.js'
import type { Actor, AgentActor } from '../actor.js'
import type { AuditLog } from '../audit-log.js'
import { asAgent } from '../policy.js'
import type { Storage } from '../storage.js'
import { faulty, IN_FOLDER, refused, TAKEN } from './authoring-faults.js'
import type { Fault, Manuscript, ReadManuscript } from './manuscript.js'
import {
  type Address,
  lessonSheet,
  type Part,
  partAt,
  type Sheet,
  sheetWithout,
  wholeSheet,
} from './sheet.js'
import { following, madeFrom, prepare, putWork, standingOf, takeAway } from './standing.js'

export interface AuthoringDeps {
  storage: Storage
  clock: Clock
  digest(text: string): string
  read: ReadManuscript
  audit: Pick<AuditLog, 'open'>
  /** The locale of words that are the same in all. */
  fallbackLocale(site: string): string
}

export interface ManuscriptFilter {
  readonly kind?: ContentKind | undefined
  readonly status?: string | undefined
}

export interface SavedPart extends Part {
  /** What its author may want to mend. */
  readonly warnings: readonly Fault[]
  /** Where what was sent stands in the whole that was read. */
  readonly inside: Fault['path']
}

type Named = Omit<Address, 'site'>
/** The one that the caller has read; `undefined` for what is new. */
type Revision = number | undefined

/** What authors of the team do with courses, lessons, checklists, tours and tips. */
export function createAuthoring(deps: AuthoringDeps) {
  const { storage, clock, digest, audit } = deps
  return {
    /** All that is written, by id; lessons stand in their courses. */
    async list(
      actor: Actor,
      { kind, status }: ManuscriptFilter,
      request: PageRequest,
    ): Promise<Page<Manuscript>> {
      const { site } = asAgent(actor, 'read-manuscripts')
      const passes = ({ kind: own, written }: Manuscript) =>
        (kind === undefined || own === kind) &&
        (status === undefined || (written.status ?? 'published') === status)
      return storage.transaction((tx) =>
        filteredPage(request, (page) => tx.manuscripts.list('site', site, page), passes),
      )
    },

    /** One of them, or a lesson in its course. */
    async get(actor: Actor, named: Named): Promise<Part> {
      const { site } = asAgent(actor, 'read-manuscripts')
      return find({ ...named, site })
    },

    /** Adds one, or puts it where the caller has read another; saying it again changes nothing. */
    async save(
      actor: Actor,
      named: Named,
      { kind, content }: NewManuscript,
      revision: Revision,
    ): Promise<SavedPart> {
      const agent = asAgent(actor, 'write-manuscripts')
      const address = { ...named, site: agent.site }
      const sheet =
        kind === 'lesson'
          ? await storage.transaction((tx) => lessonSheet(tx, address, content))
          : wholeSheet(kind, address, content)
      return put(agent, named.id, sheet, revision)
    },

    /** Takes away what the team has written: nobody finds it any more. */
    async remove(actor: Actor, named: Named, revision: Revision): Promise<void> {
      const agent = asAgent(actor, 'write-manuscripts')
      const part = await find({ ...named, site: agent.site })
      if (part.lesson !== undefined) await put(agent, named.id, sheetWithout(part), revision)
      else await takeOut(agent, part.manuscript, revision)
    },
  }

  async function find(address: Address): Promise<Part> {
    const part = await storage.transaction((tx) => partAt(tx, address))
    if (!part) throw new WaypostError('not_found')
    return part
  }

  async function put(
    agent: AgentActor,
    id: string,
    { head, written, inside, lesson }: Sheet,
    revision: Revision,
  ): Promise<SavedPart> {
    const { site } = agent
    const { kind, contentId, locale } = head
    const named = { kind, contentId, locale }
    const { work, faults } = deps.read(named, written, deps.fallbackLocale(site))
    if (!work) throw faulty(faults.filter(isError), inside)
    const now = clock.now()
    const one = prepare({ site, source: 'team', at: now.toISOString() }, work, digest)
    const manuscript = await storage.transaction(async (tx) => {
      const standing = await standingOf(tx, one)
      if (standing.clash) throw refused(standing.clash === 'source' ? IN_FOLDER : TAKEN)
      const before = standing.manuscript
      if (before?.hash === one.manuscript.hash) return before
      if (before?.revision !== revision) throw changed(before)
      const noteDeed = await audit.open(tx, agent, now)
      putWork(tx, one, standing)
      noteDeed('content.saved', id)
      return following(before, one.manuscript)
    })
    return { manuscript, lesson, inside, warnings: faults.filter((fault) => !isError(fault)) }
  }

  async function takeOut(agent: AgentActor, { id, contentId }: Manuscript, revision: Revision) {
    const now = clock.now()
    await storage.transaction(async (tx) => {
      const before = await tx.manuscripts.find(id)
      if (before?.source === 'folder') throw refused(IN_FOLDER)
      if (!before || before.revision !== revision) throw changed(before)
      const made = await madeFrom(tx, id)
      const noteDeed = await audit.open(tx, agent, now)
      for (const content of made) takeAway(tx, content)
      tx.manuscripts.delete(id)
      noteDeed('content.removed', contentId)
    })
  }
}

export type Authoring = ReturnType<typeof createAuthoring>

const isError = ({ severity }: Fault) => severity === 'error'

function changed(before: Manuscript | undefined): WaypostError {
  const detail = before
    ? `It is at revision ${before.revision}: read it again, and send that as If-Match.`
    : 'It is not there any more; without If-Match it is written anew.'
  return new WaypostError('content_changed', { detail })
}
