import type { PanelTarget } from '@waypost/sdk/contract'
import type { LitElement } from 'lit'
import { HomeView } from '../features/home/home-view.js'
import { addEnglish, type English } from '../foundation/i18n.js'
import type { PanelContext } from '../foundation/panel-context.js'

/** What a view is to the shell: an element that is given a context and what its target says. */
export interface View extends LitElement {
  panel: PanelContext
  /** Called when the person has come, and each time they come back; resolves when all is there. */
  refresh?(): Promise<unknown>
}

interface ViewPlan<Target> {
  tag: string
  /** Fetches the view's code: once, however often it is asked for. */
  load: () => Promise<CustomElementConstructor>
  /** Fetches what many want of it next. */
  loadNext?: () => Promise<unknown>
  /** Where the view begins, as properties of its element. */
  properties: (target: Target) => object
  /** The head's place is drawn by the view; the head only brings its buttons. */
  hasHead?: true
  /** The words of the head are not the page's heading: the view has its own. */
  hasHeading?: true
  /** Stands on the footing with the places, and has nothing to go back to. */
  isRoot?: true
  /** What of the host's own shows in the view: names of slots of the panel. */
  slots?: readonly string[]
  /** Search is one tap away in the head. */
  searches?: true
}

export type PlanName = PanelTarget['view']

type Views = { [Name in PlanName]: ViewPlan<Extract<PanelTarget, { view: Name }>> }

/**
 * A page that comes when it is wanted, with its words in English. The panel learns them, not the
 * page: what that imports of ours may be a second copy, where one address led to another.
 */
async function taught<Page extends { english: English }>(page: Promise<Page>): Promise<Page> {
  const module = await page
  addEnglish(module.english)
  return module
}

/** What is taught learns its words by itself: they are a file of their own in every language. */
const ofContent = {
  properties: ({ id, anchor }: { id: string; anchor?: string }) => ({ contentId: id, anchor }),
}

export const views: Views = {
  home: {
    tag: 'waypost-home-view',
    load: async () => HomeView,
    properties: () => ({}),
    hasHead: true,
    hasHeading: true,
    isRoot: true,
    slots: ['logo'],
  },
  search: {
    tag: 'waypost-search-view',
    load: async () => (await taught(import('../features/search/search-view.js'))).SearchView,
    properties: ({ words }) => (words === undefined ? {} : { words }),
    hasHead: true,
    hasHeading: true,
  },
  article: {
    tag: 'waypost-article-view',
    load: async () => (await taught(import('../features/knowledge/article-view.js'))).ArticleView,
    loadNext: async () => (await import('../features/knowledge/article-view.js')).loadNext(),
    properties: ({ articleId, anchor }) => ({ articleId, anchor }),
    hasHeading: true,
    searches: true,
  },
  form: {
    tag: 'waypost-contact-view',
    load: async () => (await taught(import('../features/tickets/contact-view.js'))).ContactView,
    properties: ({ prefill }) => ({ prefill }),
  },
  requests: {
    tag: 'waypost-requests-view',
    load: async () => (await taught(import('../features/tickets/requests-view.js'))).RequestsView,
    properties: () => ({}),
    isRoot: true,
    searches: true,
  },
  ticket: {
    tag: 'waypost-ticket-view',
    load: async () => (await taught(import('../features/tickets/ticket-view.js'))).TicketView,
    properties: ({ ticketId, accessToken }) => ({ ticketId, accessToken }),
  },
  learn: {
    tag: 'waypost-learn-view',
    load: async () => (await import('../features/education/learn-view.js')).LearnView,
    properties: () => ({}),
    isRoot: true,
    searches: true,
  },
  checklist: {
    ...ofContent,
    tag: 'waypost-checklist-view',
    load: async () => (await import('../features/education/checklist-view.js')).ChecklistView,
  },
  course: {
    ...ofContent,
    tag: 'waypost-course-view',
    load: async () => (await import('../features/education/course-view.js')).CourseView,
    hasHeading: true,
  },
  lesson: {
    ...ofContent,
    tag: 'waypost-lesson-view',
    load: async () => (await import('../features/education/lesson-view.js')).LessonView,
    hasHeading: true,
  },
  quiz: {
    ...ofContent,
    tag: 'waypost-quiz-view',
    load: async () => (await import('../features/education/quiz-view.js')).QuizView,
    hasHeading: true,
  },
  finished: {
    ...ofContent,
    tag: 'waypost-finished-view',
    load: async () => (await import('../features/education/finished-view.js')).FinishedView,
    hasHeading: true,
  },
}
