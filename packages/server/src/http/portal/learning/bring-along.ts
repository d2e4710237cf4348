import type { HandingOver } from '../../../domain/education/handing-over.js'
import type { Sessions } from '../../../domain/identity/sessions.js'
import type { Visit } from '../page.js'
import { droppingNameless, namelessTokenIn } from './learner-cookies.js'

export interface BringAlongDeps {
  sessions: Sessions
  handingOver: HandingOver
}

/**
 * Makes what a browser has learnt without a name that of whoever has just signed in by `token`. Gives back
 * the `Set-Cookie` by which the browser forgets that it was somebody else, where it was.
 */
export async function bringAlong(
  { sessions, handingOver }: BringAlongDeps,
  visit: Visit,
  token: string,
): Promise<readonly string[]> {
  const before = namelessTokenIn(visit.request)
  if (before === undefined) return []
  const [from, to] = await Promise.all([sessions.find(before), sessions.find(token)])
  if (from && to) await handingOver.handOver(from, to)
  if (from) await sessions.end(from.site, from.sessionId)
  return [droppingNameless(visit)]
}
