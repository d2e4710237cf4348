import type { Client } from '../../client/client.js'
import { createEducation as createRoom } from '../../client/education.js'
import type { ContentAction } from '../../contract/education.js'
import type { EducationSide, EducationState } from '../../contract/education-side.js'
import type { WaypostError } from '../../contract/errors.js'
import type { Looks, PanelOptions, PanelTarget } from '../../contract/panel.js'
import type { ContentChange, Progress } from '../../contract/progress.js'
import type { Attempt } from '../../contract/quiz.js'
import type { SdkEventName } from '../../contract/sdk-events.js'
import type { ContentKind } from '../../contract/targeting.js'
import type { TourModule } from '../../contract/tour-module.js'
import type { PageFacts } from '../../education/facts.js'
import type { TextStorage } from '../controller/open-storage.js'
import type { Load } from '../embed-side.js'
import { createKnownProgress } from './create-known-progress.js'
import type { OnPage, OnPageDeps } from './create-on-page.js'
import { createRecord } from './create-record.js'
import { createRing } from './create-ring.js'
import { createShowing, type ShowingDeps } from './create-showing.js'
import { createTracked } from './create-tracked.js'
import { ignore } from './ignore.js'
import { createHasElement, deviceKind } from './page-facts.js'
import { watchPage } from './watch-page.js'

export interface EducationDeps extends ShowingDeps {
  /** Those of the panel: client, language, looks and what is kept of the person. */
  options(): PanelOptions<Client>
  fetch: Load
  storage: Pick<TextStorage, 'isShared' | 'set'>
  /** Of every key and lock of the site. */
  prefix: string
  /** The host can be asked who is here. */
  isHostThere(): boolean
  open(target: PanelTarget): Promise<unknown>
  /** A tour has the page to itself. */
  close(): void
  /** Wears a ring while a checklist is under way. */
  launcher: HTMLButtonElement
  /** Told to the other tabs. */
  tell(progress: Progress): void
  listen(name: SdkEventName, listener: () => void): void
  report(error: unknown): void
  wrongCall(detail: string): WaypostError
}

/** Of a tour that runs. */
const RUNNING = 'education:tour'

/** Fetched where something waits for the person, where they look for it, or where the host starts it. */
export function createEducation(deps: EducationDeps) {
  const { options, storage, prefix } = deps
  const { keep, client, emit } = options()
  const room = createRoom(client)
  const tracked = createTracked(keep)
  const hearers = new Set<() => void>()
  let loading: Promise<EducationState> | undefined
  /** The page as the host calls it, while its address is this one. */
  let said: { url: string; at: string } | undefined
  /** Whoever is here: what was asked for somebody who has gone counts no more. */
  let turn = 0
  let isWanted = false
  let unwatch = () => {}
  let onPage: OnPage | undefined

  const url = () => (said?.at === location.href ? said.url : location.href)
  const record = createRecord({
    ...{ keep, emit, factsOf: facts, tell: deps.tell, progress: room.progress },
    locale: () => record.education?.locale ?? options().locale,
    changed(isDone) {
      ring()
      for (const hear of hearers) hear()
      if (isDone) settle()
    },
  })
  const { find, courseOf, say: step, heard, know } = record
  const progress = createKnownProgress(room.progress, know)
  const ring = createRing(
    deps.launcher,
    () => options().locale,
    () => record.state,
  )
  const onPageDeps: OnPageDeps = {
    keep,
    key: RUNNING,
    options,
    emit,
    url,
    step,
    content,
    fetch: () => deps.fetch('tour') as Promise<TourModule>,
    contentLocale: () => record.education?.locale,
    lock: () => (storage.isShared ? `${prefix}tour` : null),
    runs: (isRunning) => storage.set(`${prefix}tour`, isRunning ? '1' : null),
    act: (contentId, action) => void act(contentId, action).catch(deps.report),
    async looks() {
      const { theme } = await client.settings({ locale: options().locale })
      return Object.fromEntries(Object.entries(theme).filter(([, look]) => look)) as Looks
    },
  }

  const { settle, moved, goOn } = createShowing(deps, record, facts, stage, () => onPage)

  /** Fetched with the first tour or tip that is to be seen. */
  async function stage(): Promise<OnPage> {
    const mine = turn
    const { createOnPage } = await import('./create-on-page.js')
    if (mine !== turn) throw deps.wrongCall('Somebody else is here')
    onPage ??= createOnPage(onPageDeps)
    return onPage
  }

  function facts(progress: EducationState['progress']): PageFacts {
    const { locale } = options()
    return {
      ...{ url: url(), locale, device: deviceKind(), now: new Date() },
      events: tracked.count,
      hasElement: createHasElement(),
      state(id) {
        const course = courseOf(id)
        const lesson = course && progress.get(course.id)?.steps.find((step) => step.id === id)
        return lesson?.state ?? progress.get(id)?.state ?? 'unseen'
      },
    }
  }

  function load(): Promise<EducationState> {
    isWanted = true
    loading ??= fetchAll().catch((error) => {
      loading = undefined
      throw error
    })
    return loading
  }

  async function fetchAll(): Promise<EducationState> {
    const mine = turn
    const isNamed = deps.isHostThere()
    const isKnown = isNamed || (await client.session.has())
    const asked = { locale: options().locale, ...(isNamed && { session: true }) }
    const [all, list] = await Promise.all([room.get(asked), isKnown && room.progress.list()])
    if (mine !== turn) return load()
    const begun = record.begin(all, list ? list.items : undefined)
    goOn()
    unwatch()
    unwatch = watchPage(moved, settle, JSON.stringify(all).includes('"element":'))
    if (keep.get(RUNNING)) {
      ignore(stage().then((part) => part.resume((id) => all.tours.find((tour) => tour.id === id))))
    }
    return begun
  }

  function content(contentId: string, word: ContentChange['state']): void {
    step(contentId, undefined, word)
  }

  async function start(kind: ContentKind, id: string): Promise<void> {
    const { education: all, isShown } = await load()
    const of = kind === 'lesson' ? courseOf(id) : find(id)
    if (!of || (kind !== 'lesson' && of.kind !== kind)) {
      throw deps.wrongCall(`There is no ${kind} “${id}”`)
    }
    if (of.kind === 'tip') {
      const part = await stage()
      await part.showTips(all.tips.filter((tip) => tip === of || isShown(tip.id)))
      await part.openTip(id)
    } else if (of.kind === 'tour') {
      const part = await stage()
      deps.close()
      await part.start(of, { isAsked: true })
    } else {
      content(of.id, 'started')
      await deps.open({ view: kind, id } as PanelTarget)
    }
  }

  function skip(contentId?: string): void {
    if (!onPage?.skip(contentId) && contentId) content(contentId, 'skipped')
  }

  async function act(contentId: string, action: ContentAction): Promise<void> {
    const { url, start: other, article, form, call } = action
    if (call) emit('content:action', { contentId, call })
    if (other) await start(other.kind, other.id)
    else if (article) await deps.open({ view: 'article', articleId: article })
    else if (form) await deps.open({ view: 'form' })
    else if (url) location.assign(new URL(url, location.href))
  }

  function answered({ lessonId, passed }: Attempt): void {
    if (passed === null) return
    emit('quiz:answered', { lessonId, passed })
    const course = courseOf(lessonId)
    if (passed && course) step(course.id, lessonId, 'completed')
    ignore(refresh())
  }

  /** How far the person is may be another by now. */
  async function refresh(): Promise<void> {
    const mine = turn
    const { items } = await room.progress.list()
    if (mine === turn) items.forEach(heard)
  }

  /** Nothing goes on of what was for whoever was here. */
  function leave(): void {
    turn++
    onPage?.clear()
    unwatch()
  }

  /** Begins by itself, now or when there is a connection. */
  const begin = () => ignore(load())
  const online = () => {
    if (isWanted && !record.state) begin()
  }
  addEventListener('online', online)
  deps.listen('panel:closed', settle)

  /** By name, as hosts call them. */
  const calls: Readonly<Record<string, (...args: never[]) => unknown>> = {
    learn: begin,
    start,
    track(name: string) {
      if (typeof name !== 'string' || !name) {
        throw deps.wrongCall('track() takes the name of an event')
      }
      tracked.add(name)
      onPage?.tracked(name)
      settle()
    },
    page(address?: string) {
      said = address ? { url: `${address}`, at: location.href } : undefined
      moved()
    },
  }

  async function rarerCalls() {
    const { createCalls } = await import('./create-calls.js')
    return createCalls({ load, find, start, skip, step, content, wrongCall: deps.wrongCall })
  }

  return {
    get state() {
      return record.state
    },
    load,
    listen(changed) {
      hearers.add(changed)
      return () => void hearers.delete(changed)
    },
    step,
    content,
    answered,
    start: start as EducationSide['start'],
    skip,
    act,
    heard,

    async take(name: string, args: readonly unknown[]): Promise<unknown> {
      const { [name]: call } = name in calls ? calls : await rarerCalls()
      return call?.(...(args as never[]))
    },

    /** As the host calls them. */
    client: { education: { ...room, progress }, progress },

    /** The page looks or speaks otherwise. */
    update({ locale }: { locale?: string | undefined }): void {
      ring()
      if (onPage) ignore(onPage.update())
      if (!locale || !loading) return
      loading = undefined
      begin()
    },

    /** Somebody else is here, or nobody. */
    follow(): void {
      leave()
      tracked.forget()
      loading = undefined
      record.forget()
      // Who that is, is known by then.
      if (isWanted) queueMicrotask(begin)
    },

    end(): void {
      leave()
      removeEventListener('online', online)
      record.end()
      hearers.clear()
    },
  } satisfies EducationSide & Record<string, unknown>
}

export type EducationPart = ReturnType<typeof createEducation>
