import type { ContentAction, Tip, Tour } from '../../contract/education.js'
import type { Looks, PanelOptions } from '../../contract/panel.js'
import type { ContentChange, StepState } from '../../contract/progress.js'
import type {
  OnPageOptions,
  TipsPlayer,
  TourModule,
  TourPlayer,
} from '../../contract/tour-module.js'
import { isOnPage } from '../../education/is-on-page.js'
import { createTurn } from './create-turn.js'

export interface OnPageDeps extends Pick<PanelOptions<unknown>, 'keep' | 'emit'> {
  fetch(): Promise<TourModule>
  /** Of what is kept of a tour that runs. */
  key: string
  /** Those of the panel, which say how both look and speak. */
  options(): PanelOptions<unknown>
  /** As the site says, where the host says nothing. */
  looks(): Promise<Looks>
  contentLocale(): string | undefined
  url(): string
  /** Of the lock that keeps a tour from running in two tabs; `null` where tabs share nothing. */
  lock(): string | null
  /** Whether a tour runs, for what comes first on the next page. */
  runs(isRunning: boolean): void
  step(contentId: string, stepId: string, state: StepState): void
  content(contentId: string, state: ContentChange['state']): void
  act(contentId: string, action: ContentAction): void
}

export interface StartOptions {
  /** By the person or the host, and not by itself: another tab gives way. */
  isAsked: boolean
  stepId?: string
}

/** Milliseconds after which a tour that somebody has gone from does not go on by itself. */
const PATIENCE = 24 * 60 * 60 * 1000

/** What of education stands on the host's page: one tour at a time, and the marks of tips. */
export function createOnPage({ keep, emit, ...deps }: OnPageDeps) {
  let running: { tour: Tour; player: TourPlayer } | undefined
  let tips: readonly Tip[] = []
  let marks: TipsPlayer | undefined
  /** Whoever is here. */
  let person = {}
  /** Asked for once. */
  let ofSite: Promise<Looks> | undefined
  /** What was asked for last: what comes late for another is not begun. */
  let asked: object | undefined
  const turn = createTurn(deps.lock, stop)

  async function page(): Promise<OnPageOptions> {
    const { locale, messages, zIndex, layer, baseUrl, ...own } = deps.options()
    const { theme, accent, font, radius, logo } = own
    const looks = Object.entries({ theme, accent, font, radius, logo }).filter(([, look]) => look)
    ofSite ??= deps.looks().catch(() => ({}))
    const contentLocale = deps.contentLocale()
    return {
      ...{ locale, messages, zIndex, layer, baseUrl },
      ...(contentLocale && { contentLocale }),
      looks: { ...(await ofSite), ...Object.fromEntries(looks) },
      isOn: (pattern) => isOnPage(deps.url(), pattern),
    }
  }

  /** Off the page, to go on elsewhere or later. */
  function stop(): void {
    asked = undefined
    running?.player.stop()
    running = undefined
    turn.pass()
  }

  /** Over: nothing is left to go on with. */
  function end(id: string, left?: string): void {
    asked = running = undefined
    keep.set(deps.key, null)
    deps.runs(false)
    turn.pass()
    deps.content(id, left === undefined ? 'completed' : 'skipped')
    if (left !== undefined) emit('tour:skipped', { tourId: id, stepId: left })
  }

  /** `false` where another tab has a tour, or something else was started meanwhile. */
  async function start(tour: Tour, { isAsked, stepId }: StartOptions): Promise<boolean> {
    stop()
    const mine = {}
    asked = mine
    const { id: tourId, version } = tour
    try {
      const isOurs = await turn.take(isAsked)
      const [module, shared] = await Promise.all([isOurs && deps.fetch(), page()])
      if (asked !== mine || !module) return false
      deps.content(tourId, 'started')
      if (stepId === undefined) emit('tour:started', { tourId })
      const player = module.createTour({
        ...shared,
        tour,
        stepId,
        reached(id) {
          keep.set(deps.key, JSON.stringify({ id: tourId, version, stepId: id, at: Date.now() }))
          deps.runs(true)
        },
        shown: (id) => deps.step(tourId, id, 'started'),
        passed: (id) => deps.step(tourId, id, 'completed'),
        missing: (id) => emit('tour:target-missing', { tourId, stepId: id }),
        done: () => end(tourId),
        left: (id) => end(tourId, id),
        act: (action) => deps.act(tourId, action),
      })
      running = { tour, player }
      return true
    } finally {
      if (asked === mine && !running) stop()
    }
  }

  return {
    start,

    /** One runs, or is on its way. */
    get isBusy() {
      return asked !== undefined
    },

    /** Goes on with what was begun on another page, or before a reload. */
    resume(find: (tourId: string) => Tour | undefined): void {
      if (asked) return
      const { id, version, stepId, at } = JSON.parse(keep.get(deps.key) ?? '{}')
      const tour = Date.now() - at < PATIENCE ? find(id) : undefined
      if (tour?.version === version) {
        start(tour as Tour, { isAsked: false, stepId }).catch(() => {})
      } else keep.set(deps.key, null)
    },

    /** Leaves the tour that runs; `false` where that is another one, or none. */
    skip(tourId?: string): boolean {
      if (!running || (tourId && running.tour.id !== tourId)) return false
      const { tour, player } = running
      const { stepId } = player
      player.stop()
      end(tour.id, stepId)
      return true
    },

    /** The marks that are for the person now; nothing is fetched for those of other pages. */
    async showTips(next: readonly Tip[], isHere = true): Promise<void> {
      // Asked at every change of the page: most of them change nothing here.
      const isSame = next.length === tips.length && next.every((tip, at) => tip === tips[at])
      tips = next
      if (marks) return isSame ? undefined : marks.update({ tips })
      if (!isHere) return
      const mine = person
      const [module, shared] = await Promise.all([deps.fetch(), page()])
      if (mine !== person) return
      marks ??= module.createTips({
        ...shared,
        tips,
        opened(tipId) {
          deps.content(tipId, 'started')
          emit('tip:opened', { tipId })
        },
        closed() {},
        act: (action, tipId) => deps.act(tipId, action),
      })
    },

    openTip: async (tipId: string) => (await marks?.open(tipId)) ?? false,

    navigated(): void {
      running?.player.navigated()
      marks?.navigated()
    },

    tracked: (event: string) => running?.player.tracked(event),

    /** They look or speak otherwise. */
    async update(): Promise<void> {
      if (!running && !marks) return
      const { locale, contentLocale, messages, looks } = await page()
      const change = { locale, messages, looks, ...(contentLocale && { contentLocale }) }
      running?.player.update(change)
      marks?.update(change)
    },

    /** All off the page: somebody else is here, or nobody. */
    clear(): void {
      stop()
      marks?.stop()
      marks = undefined
      tips = []
      person = {}
    },
  }
}

export type OnPage = ReturnType<typeof createOnPage>
