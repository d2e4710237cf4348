import { type ContentAction, type ContentKind, WaypostError } from '@waypost/sdk/contract'
import { allOf } from '../../foundation/all-of.js'
import type { Actor } from '../actor.js'
import type { Storage, Transaction } from '../storage.js'
import type { ContentOf, EducationContent } from './content.js'
import { isLearnt, type Offered } from './offered.js'
import { readerOf, type Seen, seenBy } from './visible.js'

export interface EducationDeps {
  storage: Storage
  offered: Offered
  /** Of the available locales of a site the one that answers for the wanted one. */
  nearestLocale(
    site: string,
    wanted: string | undefined,
    available: readonly string[],
  ): string | undefined
}

/** What readers find of courses, checklists, tours and tips: nobody what is not meant for them. */
export function createEducation({ storage, offered, nearestLocale }: EducationDeps) {
  return {
    /** All that stands by itself, each in the nearest language, the most urgent first. */
    async overview(actor: Actor, wanted: string | undefined): Promise<readonly Seen[]> {
      const kept = await offered(actor.site)
      if (kept.length === 0) return []
      const reader = await storage.transaction((tx) => readerOf(tx, actor))
      const seen = kept.flatMap((content) => seenBy(reader, content) ?? [])
      const ids = idsOf(seen)
      return byContent(seen)
        .flatMap((translations) => nearest(actor.site, wanted, translations) ?? [])
        .map((one) => withoutUnseen(one, ids))
        .sort(byPriority)
    },

    async course(actor: Actor, id: string, wanted: string | undefined) {
      const found = await get(actor, 'course', id, wanted)
      const { requires, next } = found.content
      const named = next?.start ? [...requires, next.start.id] : requires
      if (named.length === 0) return found
      const seen = await storage.transaction((tx) =>
        Promise.all(named.map((one) => findContent(tx, actor, one, wanted))),
      )
      return withoutUnseen(found, idsOf(seen.flatMap((one) => one ?? []))) as typeof found
    },

    lesson: (actor: Actor, id: string, wanted: string | undefined) =>
      get(actor, 'lesson', id, wanted),

    /** One content of a kind, if the actor sees it. */
    see,

    /** Inside the transaction of other work: one content as the actor sees it, if they do. */
    find: findContent,

    /** Whether there is anything to learn on a site, for others than the team. */
    isLearnt: async (site: string): Promise<boolean> => (await offered(site)).some(isLearnt),
  }

  async function get<K extends ContentKind>(
    ...asked: [actor: Actor, kind: K, id: string, wanted: string | undefined]
  ): Promise<Seen<ContentOf<K>>> {
    const found = await see(...asked)
    if (!found) throw new WaypostError('not_found')
    return found
  }

  async function see<K extends ContentKind>(
    actor: Actor,
    kind: K,
    id: string,
    wanted: string | undefined,
  ): Promise<Seen<ContentOf<K>> | undefined> {
    const found = await storage.transaction((tx) => findContent(tx, actor, id, wanted))
    return found?.content.kind === kind ? (found as Seen<ContentOf<K>>) : undefined
  }

  async function findContent(
    tx: Transaction,
    actor: Actor,
    id: string,
    wanted: string | undefined,
  ): Promise<Seen | undefined> {
    const reader = await readerOf(tx, actor)
    const kept = await allOf((after) =>
      tx.education.list('translations', `${actor.site}|${id}`, { limit: 200, after }),
    )
    const seen = kept.flatMap((content) => seenBy(reader, content) ?? [])
    return nearest(actor.site, wanted, seen)
  }

  function nearest(site: string, wanted: string | undefined, seen: readonly Seen[]) {
    const locales = seen.map(({ content }) => content.locale)
    const locale = nearestLocale(site, wanted, locales)
    return seen.find(({ content }) => content.locale === locale)
  }
}

export type EducationRoom = ReturnType<typeof createEducation>

/**
 * What a content names and its reader cannot see is not named: nobody can do a course first that does
 * not exist for them, or learns that it does for others.
 */
function withoutUnseen(one: Seen, { standing, lessons }: SeenIds): Seen {
  const { content } = one
  const isSeen = (id: string) => standing.has(id)
  const canDo = ({ start }: ContentAction) =>
    !start || (start.kind === 'lesson' ? lessons : standing).has(start.id)
  const done = (action: ContentAction | null) => (action && canDo(action) ? action : null)
  switch (content.kind) {
    case 'course': {
      const requires = content.requires.filter(isSeen)
      return { ...one, content: { ...content, requires, next: done(content.next) } }
    }
    case 'tour':
      return { ...one, content: { ...content, next: done(content.next) } }
    case 'tip':
      return { ...one, content: { ...content, actions: content.actions.filter(canDo) } }
    case 'checklist': {
      const tasks = content.tasks.map((task) => ({
        ...task,
        action: done(task.action),
        tour: task.tour !== null && isSeen(task.tour) ? task.tour : null,
      }))
      const { finished } = content
      const end = finished && { ...finished, action: done(finished.action) }
      return { ...one, content: { ...content, tasks, finished: end } }
    }
    default:
      return one
  }
}

interface SeenIds {
  /** Of what stands by itself. */
  readonly standing: ReadonlySet<string>
  /** Of lessons: whoever sees a course sees them all. */
  readonly lessons: ReadonlySet<string>
}

function idsOf(seen: readonly Seen[]): SeenIds {
  const standing = new Set<string>()
  const lessons = new Set<string>()
  for (const { content } of seen) {
    const within = content.kind === 'lesson' ? lessons : standing
    within.add(content.contentId)
    if (content.kind === 'course') for (const { id } of content.lessons) lessons.add(id)
  }
  return { standing, lessons }
}

function byContent(seen: readonly Seen[]): readonly (readonly Seen[])[] {
  const groups = new Map<string, Seen[]>()
  for (const one of seen) {
    const { contentId } = one.content
    const group = groups.get(contentId)
    if (group) group.push(one)
    else groups.set(contentId, [one])
  }
  return [...groups.values()]
}

function byPriority({ content: a }: Seen, { content: b }: Seen): number {
  return b.priority - a.priority || idOrder(a, b)
}

function idOrder(a: EducationContent, b: EducationContent): number {
  return a.contentId < b.contentId ? -1 : Number(a.contentId > b.contentId)
}
