import type { PanelTarget, Settings } from '@waypost/sdk/contract'

type ViewName = PanelTarget['view']
export type Place = Extract<ViewName, 'home' | 'requests' | 'form'>

export interface Plan {
  /** Where the panel opens; the last is seen, the way back leads to those before it. */
  start: readonly Place[]
  /** What the footing offers. */
  places: readonly Place[]
  hidden: readonly ViewName[]
  /** Asking stands before the answers, and has the weight of them. */
  asksFirst?: true
}

const everything: Plan = {
  start: ['home'],
  places: ['home', 'requests', 'form'],
  hidden: [],
}

const plans: Partial<Record<string, Plan>> = {
  neutral: { ...everything, asksFirst: true },
  'ask-first': { ...everything, start: ['home', 'form'], asksFirst: true },
  'form-only': {
    start: ['form'],
    places: ['form', 'requests'],
    hidden: ['home', 'search', 'article'],
  },
  'docs-only': { start: ['home'], places: [], hidden: ['form', 'requests', 'ticket'] },
} satisfies Partial<Record<Settings['mode'], Plan>>

/**
 * The one place where a mode becomes views. Until the server has said which, unless the host has, and
 * in one that is newer than we are, all is shown.
 */
export const planOf = (mode?: string): Plan => plans[mode ?? ''] ?? everything
