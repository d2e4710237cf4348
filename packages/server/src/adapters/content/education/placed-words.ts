import type { Checklist, ContentAction, Tip, Tour } from '@waypost/sdk/contract'
import type { InLanguage } from './in-language.js'
import type { AuthoredChecklist } from './schemas/checklist-schema.js'
import type { AuthoredTip } from './schemas/tip-schema.js'
import type { AuthoredTour } from './schemas/tour-schema.js'

/** Leaves out what its author has left out. */
function said<T extends object>(parts: T): T {
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined)) as T
}

type Action = NonNullable<InLanguage<AuthoredTour>['next']>

export const actionWords = (action: Action): ContentAction => said(action as ContentAction)

const actionOrNull = (action: Action | undefined) => (action ? actionWords(action) : null)

export function tourWords(tour: InLanguage<AuthoredTour>) {
  return {
    kind: 'tour' as const,
    title: tour.title,
    auto: tour.auto,
    frequency: said(tour.frequency),
    minutes: tour.minutes ?? null,
    steps: tour.steps.map((step): Tour['steps'][number] => ({
      id: step.id,
      title: step.title,
      body: step.body,
      anchor: step.anchor ? said(step.anchor) : null,
      placement: step.placement,
      page: step.page ?? null,
      advance: step.advance ? said(step.advance) : null,
      article: step.article ?? null,
    })),
    next: actionOrNull(tour.next),
  }
}

export function tipWords(tip: InLanguage<AuthoredTip>) {
  return {
    kind: 'tip' as const,
    title: tip.title,
    anchor: said(tip.anchor) as Tip['anchor'],
    placement: tip.placement,
    page: tip.page ?? null,
    body: tip.body,
    actions: tip.actions.map(actionWords),
  }
}

export function checklistWords(checklist: InLanguage<AuthoredChecklist>) {
  const { finished } = checklist
  return {
    kind: 'checklist' as const,
    title: checklist.title,
    summary: checklist.summary ?? null,
    tasks: checklist.tasks.map((task): Checklist['tasks'][number] => ({
      id: task.id,
      title: task.title,
      body: task.body ?? null,
      minutes: task.minutes ?? null,
      doneBy: said(task.doneBy),
      action: actionOrNull(task.action),
      tour: task.tour ?? null,
      skippable: task.skippable,
    })),
    finished: finished ? { text: finished.text, action: actionOrNull(finished.action) } : null,
  }
}
