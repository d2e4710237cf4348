import type { PanelTarget, TicketPrefill } from '@waypost/sdk/contract'
import type { Plan } from './places.js'
import type { Page } from './view-stack.js'
import { views } from './views.js'

/** Where to, and over which pages the way back leads; on from the page of now unless said. */
export interface Way {
  target: PanelTarget
  under?: readonly PanelTarget[]
}

/** Where the panel begins. */
export function startWay({ start }: Plan): Way {
  const [target = { view: 'home' as const }, ...under] = start.map((view) => ({ view })).reverse()
  return { target, under: under.reverse() }
}

/** From the host's page into the panel; nothing where the site does not show that. */
export function wayInto(target: PanelTarget, { start, hidden }: Plan): Way | undefined {
  if (hidden.includes(target.view)) return undefined
  const [root] = start
  const isRoot = views[target.view].isRoot || target.view === root
  return { target, under: isRoot || !root ? [] : [{ view: root }] }
}

/** From one page of the panel to another; nothing where the site does not show that. */
export function wayOn(target: PanelTarget, { hidden }: Plan): Way | undefined {
  if (hidden.includes(target.view)) return undefined
  return views[target.view].isRoot ? { target, under: [] } : { target }
}

/** To the form go the words that were searched for, and those that the host has put in. */
export function withWords(
  target: PanelTarget,
  pages: readonly Page[],
  given: TicketPrefill | undefined,
): PanelTarget {
  if (target.view !== 'form') return target
  const search = pages.find((page) => page.target.view === 'search')?.view
  const subject = (search as { words?: string } | undefined)?.words?.trim()
  const prefill = { ...(subject && { subject }), ...given, ...target.prefill }
  return { ...target, ...(Object.keys(prefill).length > 0 && { prefill }) }
}
