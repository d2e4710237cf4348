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

/**
 * To search and form go the words that stand in a field of ours, to the form those, too, that the host
 * has put in.
 */
export function withWords(
  target: PanelTarget,
  pages: readonly Page[],
  given: TicketPrefill | undefined,
): PanelTarget {
  const written = pages.map(({ view }) => (view as { words?: string } | undefined)?.words)
  const words = written.findLast(Boolean)
  if (target.view === 'search') return { ...(words && { words }), ...target }
  if (target.view !== 'form') return target
  const subject = words?.trim()
  const prefill = { ...(subject && { subject }), ...given, ...target.prefill }
  return { ...target, ...(Object.keys(prefill).length > 0 && { prefill }) }
}
