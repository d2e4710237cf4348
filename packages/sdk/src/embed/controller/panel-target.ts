import type { PanelTarget } from '../../contract/panel.js'
import { wrongCall } from './wrong-call.js'

/** What each view must be told. */
const needs: Record<PanelTarget['view'], string | undefined> = {
  home: undefined,
  search: undefined,
  article: 'articleId',
  form: undefined,
  requests: undefined,
  ticket: 'ticketId',
  learn: undefined,
  checklist: 'id',
  course: 'id',
  lesson: 'id',
  quiz: 'id',
  finished: 'id',
}

/** A target as the host gave it; throws where there is no such view, or it lacks what it needs. */
export function panelTarget(target: PanelTarget): PanelTarget {
  const { view } = target
  if (!Object.hasOwn(needs, view)) throw wrongCall(`There is no view “${view}”`)
  const need = needs[view]
  const given: unknown = need && (target as unknown as Record<string, unknown>)[need]
  if (need && (typeof given !== 'string' || !given)) throw wrongCall(`“${view}” needs ${need}`)
  return target
}
