import { isWaypostError } from '@waypost/sdk/contract'
import type { Visit } from '../page.js'
import { type FindRequestDeps, type FoundRequest, findRequest } from './find-request.js'
import { rememberedIn } from './remembered.js'

/** The requests that this browser keeps the links of, the latest change first. */
export async function findRemembered(
  deps: FindRequestDeps,
  visit: Visit,
): Promise<readonly FoundRequest[]> {
  const tokens = rememberedIn(visit.request)
  const found = await Promise.all(tokens.map((token) => findOrPass(deps, visit, token)))
  return found
    .filter((request) => request !== undefined)
    .sort((a, b) => Date.parse(b.ticket.updatedAt) - Date.parse(a.ticket.updatedAt))
}

/** A link that opens nothing any more is passed over. */
async function findOrPass(
  deps: FindRequestDeps,
  visit: Visit,
  token: string,
): Promise<FoundRequest | undefined> {
  try {
    return await findRequest(deps, visit, token)
  } catch (error) {
    if (isWaypostError(error, 'not_found')) return undefined
    throw error
  }
}
