import type { ExcerptPart, RichText, Rule } from '@waypost/sdk/contract'
import { narrowRule } from '@waypost/sdk/education'
import type { Actor } from '../actor.js'
import { confident } from '../confidence.js'
import { canReadAudience } from '../policy.js'
import type { Storage } from '../storage.js'
import type { ContentOf } from './content.js'
import type {
  FoundLearning,
  Learnable,
  LearningIndex,
  LearningRequest,
  NamedLearning,
} from './learning-index.js'
import { linkedLessons } from './linked-lessons.js'
import { isCustomer, type Reader, readerOf, type Seen, seenBy, strangerOf } from './visible.js'

export interface LearningFinderDeps {
  storage: Storage
  index: LearningIndex
  /** The available locales of a site, the one first that a reader of the wanted one would rather read. */
  localesNear(
    site: string,
    wanted: string | undefined,
    available: readonly string[],
  ): readonly string[]
}

export interface FoundContent {
  readonly content: Learnable
  readonly excerpt: readonly ExcerptPart[]
  /** The title of the course that a lesson stands in. */
  readonly course: string | null
}

/** An article beside which something may be learnt. */
export interface ArticleBeside {
  readonly articleId: string
  readonly title: string
  readonly body?: RichText
}

/** So few stand beside the articles; more are looked at, as some may be for others. */
const MOST = { asked: 3, page: 2, draft: 1 } as const
const LOOKED_AT = 10
/** How much of what was typed, or of an article's title, must stand in a lesson. */
const SHARE = 0.6
/** Characters of a draft that say what it is about. */
const ENOUGH = 2_000

/** What somebody reads in, and on which page of the host they are. */
interface Here {
  readonly locale: string | undefined
  readonly url?: string | undefined
}

type Candidate = NamedLearning & Partial<Pick<FoundLearning, 'excerpt'>>
type Request = Omit<LearningRequest, 'text'>

/** Courses and lessons that fit what somebody does, and are meant for them. */
export function createLearningFinder({ storage, index, localesNear }: LearningFinderDeps) {
  return {
    /** Those that hold what somebody searches for. */
    search: (actor: Actor, { text, locale }: Here & { text: string }) =>
      find(actor, { locale }, MOST.asked, (request) => holding(request, text)),

    /** What may teach somebody what they are about to ask; rather nothing than what shares a word. */
    forDraft: (actor: Actor, { text, ...here }: Here & { text: string }) =>
      find(actor, here, MOST.draft, (request) => likely(request, text), isDue(here)),

    /**
     * Those whose rule names the page, then those that belong to the articles that fit it, then what
     * the page's own words are likely to mean.
     */
    forPage: (
      actor: Actor,
      { text, articles, ...here }: Here & { text: string; articles: readonly ArticleBeside[] },
    ) =>
      find(
        actor,
        here,
        MOST.page,
        (request) => [
          ...(here.url === undefined ? [] : index.fitting(request, here.url)),
          ...besideAll(request, articles),
          ...(text === '' ? [] : likely(request, text)),
        ],
        isDue(here),
      ),

    /** Those that link to an article, or that it links to, and what is about the same as its title. */
    beside: (actor: Actor, article: ArticleBeside, locale: string | undefined) =>
      find(actor, { locale }, MOST.page, (at) => besideAll(at, [article]), isDue({ locale })),
  }

  /**
   * Looks in the nearest language in which anything is found that the reader may see. Storage is asked
   * for what it knows of a customer alone: the index keeps what it finds.
   */
  async function find(
    actor: Actor,
    { locale: wanted }: Here,
    most: number,
    look: (request: Request) => readonly Candidate[],
    isFor?: (when: Rule | null) => boolean,
  ): Promise<readonly FoundContent[]> {
    const { site } = actor
    const locales = localesNear(site, wanted, index.locales(site))
    const canRead: Request['canRead'] = (audience) => canReadAudience(actor, audience)
    let reader: Reader | undefined
    for (const [at, locale] of locales.entries()) {
      const found = distinct(look({ site, locale, limit: LOOKED_AT, canRead }))
      if (found.length === 0) continue
      reader ??= isCustomer(actor)
        ? await storage.transaction((tx) => readerOf(tx, actor))
        : strangerOf(actor)
      const seen = pick(reader, found, locales.slice(0, at + 1), most, isFor)
      if (seen.length > 0) return seen
    }
    return []
  }

  function pick(
    reader: Reader,
    found: readonly Candidate[],
    locales: readonly string[],
    most: number,
    isFor: ((when: Rule | null) => boolean) | undefined,
  ): readonly FoundContent[] {
    const seen: FoundContent[] = []
    for (const { excerpt, ...named } of found) {
      const shown = shownTo(reader, named, locales)
      if (!shown) continue
      const { content, when } = shown
      if (isFor && (!isFor(when) || isToldBy(seen, content))) continue
      if (seen.some((one) => one.content === content)) continue
      const course = content.kind === 'lesson' ? (courseOf(content)?.title ?? null) : null
      const said = content.locale === named.locale ? excerpt : undefined
      seen.push({ content, course, excerpt: said ?? opening(content) })
      if (seen.length === most) break
    }
    return seen
  }

  /** In the nearest of the languages in which the reader may see it. */
  function shownTo(
    reader: Reader,
    named: NamedLearning,
    locales: readonly string[],
  ): Seen<Learnable> | undefined {
    for (const locale of locales) {
      const content = openTo(index.find({ ...named, locale }))
      const shown = content && seenBy(reader, content)
      if (shown) return shown
    }
    return undefined
  }

  /** A lesson that others open is closed to whoever begins: its course stands for it. */
  function openTo(content: Learnable | undefined): Learnable | undefined {
    if (content?.kind !== 'lesson') return content
    const course = courseOf(content)
    const isClosed = course?.inOrder && course.lessons[0]?.id !== content.contentId
    return isClosed ? course : content
  }

  function courseOf({ site, locale, courseId: contentId }: ContentOf<'lesson'>) {
    const course = index.find({ site, locale, kind: 'course', contentId })
    return course?.kind === 'course' ? course : undefined
  }

  function holding(request: Request, text: string): readonly FoundLearning[] {
    return index.search({ ...request, text }).filter(({ evidence }) => evidence.share >= SHARE)
  }

  function likely(request: Request, text: string): readonly FoundLearning[] {
    return confident(index.search({ ...request, text: text.trim().slice(0, ENOUGH) }))
  }

  function besideAll(request: Request, articles: readonly ArticleBeside[]): readonly Candidate[] {
    const { site, locale } = request
    const linked = articles.flatMap(({ articleId, body = [] }) => [
      ...index.linkingTo(request, articleId),
      ...linkedLessons(body).map((one) => ({ site, locale, ...one })),
    ])
    const [first] = articles
    if (linked.length > 0 || !first) return linked
    // What is said of it where it was not asked for is of no use: a title is no question.
    return holding(request, first.title).map(({ excerpt: _, ...one }) => one)
  }
}

export type LearningFinder = ReturnType<typeof createLearningFinder>

/** Nobody is offered unasked what its author has kept for another moment. */
function isDue({ locale, url }: Here): (when: Rule | null) => boolean {
  const facts = { ...(locale !== undefined && { locale }), ...(url !== undefined && { url }) }
  return (when) => when === null || narrowRule(when, facts) === true
}

/** A course and one of its lessons, or the other way around, are one offer. */
function isToldBy(seen: readonly FoundContent[], content: Learnable): boolean {
  const one = courseIdOf(content)
  return seen.some(({ content: other }) => other.kind !== content.kind && courseIdOf(other) === one)
}

const courseIdOf = (content: Learnable) =>
  content.kind === 'course' ? content.contentId : content.courseId

function distinct(all: readonly Candidate[]): readonly Candidate[] {
  const seen = new Set<string>()
  return all.filter(({ kind, contentId }) => {
    const name = `${kind} ${contentId}`
    return !seen.has(name) && seen.add(name)
  })
}

/** What stands for it where no words were searched for. */
function opening(content: Learnable): readonly ExcerptPart[] {
  if (content.kind === 'lesson' || content.summary === null) return []
  return [{ text: content.summary, match: false }]
}
