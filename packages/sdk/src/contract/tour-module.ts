import type { ContentAction, Tip, Tour } from './education.js'
import type { Looks, Messages, PanelOptions } from './panel.js'

/**
 * What stands at `/assets/<build>/tour.js`: tours and tips on the host's own page. Whoever decides
 * that one is to be seen fetches it then; it needs nothing of the panel.
 */
export interface TourModule {
  /** Begins at once. One at a time: the player before is to be stopped first. */
  createTour(options: TourOptions): TourPlayer
  createTips(options: TipsOptions): TipsPlayer
}

/** What both stand on the page with. */
export interface OnPageOptions {
  /** BCP 47, of the words of ours. */
  locale: string
  /** Of the texts of the content, where that is another. */
  contentLocale?: string
  /** The host's own words, by language, then by key; they come before ours. */
  messages: Messages
  /** As the panel wears them: those of the host, and those of the site where it says none. */
  looks: Looks
  zIndex: PanelOptions<unknown>['zIndex']
  /** The top layer stands above everything that a page can stack. */
  layer: PanelOptions<unknown>['layer']
  /** Where links and pictures of a text begin. */
  baseUrl: string
  /** Whether the person is on such a page of the host now; patterns are as in rules. */
  isOn(page: string): boolean
  /** Milliseconds that the page may take to bring what is pointed at; 4,000 unless said. */
  patience?: number
}

export interface TourOptions extends OnPageOptions {
  tour: Tour
  /** Where it goes on; without it, or with one that the tour has not, at the beginning. */
  stepId?: string | undefined
  /**
   * This step is the one, be it to be seen yet or not: it goes on here after a reload. Called before
   * the browser follows the link that was pressed.
   */
  reached(stepId: string): void
  /** The step is to be seen. */
  shown(stepId: string): void
  /** The person has gone on from it. */
  passed(stepId: string): void
  /** Its target is not to be found; the step's article is offered, or the step is passed. */
  missing(stepId: string): void
  /** The last step is behind; the player is gone. */
  done(): void
  /** The person has gone from it, at this step; the player is gone. */
  left(stepId: string): void
  /** A button, or a link to an article: that one has an `article` and the words of the link. */
  act(action: ContentAction): void
}

export interface TourPlayer {
  /** The step that it is at. */
  readonly stepId: string
  /** The person is on another page, which was not loaded anew. */
  navigated(): void
  /** The host has said that this has happened; a step may wait for it. */
  tracked(event: string): void
  /** Goes to a step; one that the tour has not changes nothing. */
  goTo(stepId: string): void
  update(change: OnPageChange): void
  /** Off the page, and nobody is told: another person is here, or another tour begins. */
  stop(): void
}

export interface TipsOptions extends OnPageOptions {
  /** Those that may be seen, on whichever page. */
  tips: readonly Tip[]
  opened(tipId: string): void
  closed(tipId: string): void
  /** A button, or a link to an article, in this tip. */
  act(action: ContentAction, tipId: string): void
}

export interface TipsPlayer {
  navigated(): void
  /** Opens one where its mark is on the page, within a few seconds; `false` where there is none. */
  open(tipId: string): Promise<boolean>
  update(change: OnPageChange & Partial<Pick<TipsOptions, 'tips'>>): void
  /** Off the page, and nobody is told. */
  stop(): void
}

/** What may change while they stand. */
export type OnPageChange = Partial<
  Pick<OnPageOptions, 'locale' | 'contentLocale' | 'messages' | 'looks'>
>
