import type { PanelTarget, Settings } from '@waypost/sdk/contract'

type ViewName = PanelTarget['view']
export type Place = Extract<ViewName, 'home' | 'requests' | 'form'>

interface Plan {
  /** Where the panel opens; the last is seen, the way back leads to those before it. */
  start: readonly Place[]
  /** What the footing offers. */
  places: readonly Place[]
  hidden: readonly ViewName[]
}

const everything: Plan = {
  start: ['home'],
  places: ['home', 'requests', 'form'],
  hidden: [],
}

const plans: Record<Settings['mode'], Plan> = {
  'self-service': everything,
  neutral: everything,
  'ask-first': { ...everything, start: ['home', 'form'] },
  'form-only': {
    start: ['form'],
    places: ['form', 'requests'],
    hidden: ['home', 'search', 'article'],
  },
  'docs-only': { start: ['home'], places: [], hidden: ['form', 'requests', 'ticket'] },
}

/** The one place where a mode becomes views; until the server has said which, all is shown. */
export function planOf(settings: Settings | undefined): Plan {
  // A mode that is newer than we are shows everything.
  return (settings && plans[settings.mode]) || everything
}
