import { agentRoles, Email, line } from '@waypost/sdk/contract'
import * as v from 'valibot'
import type { Rooms } from './compose-rooms.js'
import { ImportedCollectionSchema } from './import-articles.js'

/**
 * What the command line does to a server's data. The same operation runs in the command itself, or,
 * when a server holds the folder, in that server: it is asked over its own door with the token in
 * the folder's lock.
 */
export const localOperations = {
  importArticles: operation(
    v.object({ site: v.optional(v.string()), items: v.array(v.unknown()) }),
    (rooms, { site, items }) => rooms.importArticles(site ?? rooms.sites.main.key, items),
  ),
  importCollections: operation(
    v.object({ site: v.optional(v.string()), items: v.array(ImportedCollectionSchema) }),
    (rooms, { site, items }) => rooms.importCollections(site ?? rooms.sites.main.key, items),
  ),
  exportContent: operation(
    v.object({
      site: v.optional(v.string()),
      kind: v.picklist(['articles', 'collections']),
      after: v.optional(v.string()),
    }),
    async (rooms, { site = rooms.sites.main.key, kind, after }) => rooms.library[kind](site, after),
  ),
  addAgent: operation(
    v.object({ email: Email, role: v.picklist(agentRoles), name: v.optional(line(200)) }),
    async (rooms, input) => {
      const { agent, token } = await rooms.agents.add(input)
      return { email: agent.email, role: agent.role, token }
    },
  ),
  rotateKeys: operation(v.object({}), async (rooms) => {
    await rooms.rotateKeys()
    return { rotated: true }
  }),
} as const

export type LocalOperations = typeof localOperations
export type LocalOperationName = keyof LocalOperations
export type LocalInput<N extends LocalOperationName> = Parameters<LocalOperations[N]['run']>[1]
export type LocalOutput<N extends LocalOperationName> = Awaited<
  ReturnType<LocalOperations[N]['run']>
>

function operation<S extends v.GenericSchema, T>(
  input: S,
  run: (rooms: Rooms, input: v.InferOutput<S>) => Promise<T>,
) {
  return { input, run }
}
