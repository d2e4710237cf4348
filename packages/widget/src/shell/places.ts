import type { PanelTarget, Settings } from '@waypost/sdk/contract'

type ViewName = PanelTarget['view']
export type Place = Extract<ViewName, 'home' | 'requests' | 'learn' | 'form'>

export interface Plan {
  /** Where the panel opens; the last is seen, the way back leads to those before it. */
  start: readonly Place[]
  /** What the footing offers. */
  places: readonly Place[]
  hidden: readonly ViewName[]
  /** Asking stands before the answers, and has the weight of them. */
  asksFirst?: true
}

/** Of a site that teaches something, `learn` is one of its places. */
function plansWith(...learn: Place[]) {
  const everything: Plan = {
    start: ['home'],
    places: ['home', 'requests', ...learn, 'form'],
    hidden: [],
  }
  return {
    '': everything,
    neutral: { ...everything, asksFirst: true },
    'ask-first': { ...everything, start: ['home', 'form'], asksFirst: true },
    'form-only': {
      start: ['form'],
      places: ['form', 'requests'],
      hidden: ['home', 'search', 'article'],
    },
    'docs-only': {
      start: ['home'],
      places: ['home', ...learn],
      hidden: ['form', 'requests', 'ticket'],
    },
  } satisfies Partial<Record<Settings['mode'] | '', Plan>> as Record<string, Plan>
}

const [plans, teaching] = [plansWith(), plansWith('learn')]

/**
 * The one place where a mode becomes views. Until the server has said which, unless the host has, and
 * in one that is newer than we are, all is shown; what there is to learn only where there is some.
 */
export function planOf(mode = '', teaches = false): Plan {
  const known = teaches ? teaching : plans
  return known[mode] ?? (known[''] as Plan)
}
