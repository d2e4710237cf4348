import type { Witnessed } from '../../domain/insights/insights.js'
import type { Visit } from './page.js'

/** Machines that fetch pages say so in their name, nearly all of them. */
const MACHINE =
  /bot\b|bot\/|crawl|spider|slurp|preview|fetcher|monitor|headless|curl|wget|python|^$/i

/** Whose visit counts as reading and searching; nobody where a machine looks around. */
export function readerOf({ actor, address, request }: Visit): Witnessed | undefined {
  const isMachine = MACHINE.test(request.headers.get('user-agent') ?? '')
  return isMachine ? undefined : { actor, caller: address }
}
