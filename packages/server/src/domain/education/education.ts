import { type ContentKind, WaypostError } from '@waypost/sdk/contract'
import { allOf } from '../../foundation/all-of.js'
import type { Actor } from '../actor.js'
import type { Storage, Transaction } from '../storage.js'
import type { ContentOf, EducationContent } from './content.js'
import { readerOf, type Seen, seenBy } from './visible.js'

export interface EducationDeps {
  storage: Storage
  /** Of the available locales of a site the one that answers for the wanted one. */
  nearestLocale(
    site: string,
    wanted: string | undefined,
    available: readonly string[],
  ): string | undefined
}

/** What readers find of courses, checklists, tours and tips: nobody what is not meant for them. */
export function createEducation({ storage, nearestLocale }: EducationDeps) {
  return {
    /** All that stands by itself, each in the nearest language, the most urgent first. */
    overview(actor: Actor, wanted: string | undefined): Promise<readonly Seen[]> {
      return storage.transaction(async (tx) => {
        const reader = await readerOf(tx, actor)
        const kept = await allOf((after) =>
          tx.education.list('offered', actor.site, { limit: 500, after }),
        )
        const seen = kept.flatMap((content) => seenBy(reader, content) ?? [])
        return byContent(seen)
          .flatMap((translations) => nearest(actor.site, wanted, translations) ?? [])
          .map((one, _, all) => withoutUnseen(one, all))
          .sort(byPriority)
      })
    },

    async course(actor: Actor, id: string, wanted: string | undefined) {
      const found = await get(actor, 'course', id, wanted)
      if (found.content.requires.length === 0) return found
      const required = await storage.transaction((tx) =>
        Promise.all(found.content.requires.map((one) => findContent(tx, actor, one, wanted))),
      )
      return withoutUnseen(found, required) as typeof found
    },

    lesson: (actor: Actor, id: string, wanted: string | undefined) =>
      get(actor, 'lesson', id, wanted),

    /** Inside the transaction of other work: one content as the actor sees it, if they do. */
    find: findContent,

    /** Whether there is anything to learn on a site, for others than the team. */
    async isLearnt(site: string): Promise<boolean> {
      const found = await storage.transaction((tx) => tx.education.findBy('learnt', site))
      return found !== undefined
    },
  }

  async function get<K extends ContentKind>(
    actor: Actor,
    kind: K,
    id: string,
    wanted: string | undefined,
  ): Promise<Seen<ContentOf<K>>> {
    const found = await storage.transaction((tx) => findContent(tx, actor, id, wanted))
    if (found?.content.kind !== kind) throw new WaypostError('not_found')
    return found as Seen<ContentOf<K>>
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
function withoutUnseen(one: Seen, seen: readonly (Seen | undefined)[]): Seen {
  const { content } = one
  const isSeen = (id: string) => seen.some((other) => other?.content.contentId === id)
  if (content.kind === 'course') {
    return { ...one, content: { ...content, requires: content.requires.filter(isSeen) } }
  }
  if (content.kind !== 'checklist') return one
  const tasks = content.tasks.map((task) => ({
    ...task,
    tour: task.tour !== null && isSeen(task.tour) ? task.tour : null,
  }))
  return { ...one, content: { ...content, tasks } }
}

function byContent(seen: readonly Seen[]): readonly Seen[][] {
  const groups = new Map<string, Seen[]>()
  for (const one of seen) {
    const { contentId } = one.content
    groups.set(contentId, [...(groups.get(contentId) ?? []), one])
  }
  return [...groups.values()]
}

function byPriority({ content: a }: Seen, { content: b }: Seen): number {
  return b.priority - a.priority || idOrder(a, b)
}

function idOrder(a: EducationContent, b: EducationContent): number {
  return a.contentId < b.contentId ? -1 : Number(a.contentId > b.contentId)
}
