import { type KeptList, keeping, keptIn } from '../kept-list.js'
import type { Visit } from '../page.js'

/** The session of somebody without a name, begun by what they have learnt. */
const NAMELESS: KeptList = {
  name: 'waypost_learner',
  most: 1,
  days: 30,
  entry: /^wps_[\w-]{43}$/,
}

/** The token of one of the team, for a day's work. */
const TEAM: KeptList = { name: 'waypost_team', most: 1, days: 1, entry: /^wpa_[\w-]{20,200}$/ }

export const namelessTokenIn = (request: Request): string | undefined =>
  keptIn(request, NAMELESS)[0]
export const keepingNameless = (visit: Visit, token: string): string =>
  keeping(visit, NAMELESS, [token])
export const droppingNameless = (visit: Visit): string => keeping(visit, NAMELESS, [])

export const teamTokenIn = (request: Request): string | undefined => keptIn(request, TEAM)[0]
export const keepingTeam = (visit: Visit, token: string): string => keeping(visit, TEAM, [token])
export const droppingTeam = (visit: Visit): string => keeping(visit, TEAM, [])

/** What can be the token of one of the team, without the space that comes along when it is copied. */
export function teamTokenOf(typed: string): string | undefined {
  const token = typed.trim()
  return TEAM.entry.test(token) ? token : undefined
}
