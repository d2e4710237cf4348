import { agentRoles, Email, Locale, line, WaypostError } from '@waypost/sdk/contract'
import * as v from 'valibot'
import type { Finder } from '../domain/knowledge/finder.js'
import type { Rooms } from './compose-rooms.js'
import { ImportedCollectionSchema } from './import-articles.js'
import { ImportedManuscriptSchema } from './import-manuscripts.js'
import { ImportedRulesSchema } from './import-rules.js'

/** The rooms, and what only a composed server has: an index. */
export type LocalRooms = Rooms & { readonly finder?: Finder }

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
  importManuscripts: operation(
    v.object({ site: v.optional(v.string()), items: v.array(ImportedManuscriptSchema) }),
    (rooms, { site, items }) => rooms.importManuscripts(site ?? rooms.sites.main.key, items),
  ),
  exportContent: operation(
    v.object({
      site: v.optional(v.string()),
      kind: v.picklist(['articles', 'collections', 'manuscripts']),
      after: v.optional(v.string()),
    }),
    async ({ sites, library, shelf }, { site = sites.main.key, kind, after }) =>
      kind === 'manuscripts' ? shelf.manuscripts(site, after) : library[kind](site, after),
  ),
  search: operation(
    v.object({
      site: v.optional(v.string()),
      q: v.string(),
      locale: v.optional(Locale),
      limit: v.number(),
    }),
    async ({ finder, sites }, { site = sites.main.key, q: text, locale, limit }) => {
      if (!finder) throw new WaypostError('unavailable')
      const { hits } = finder.search({ kind: 'none', site }, { text, locale, limit })
      return { found: hits.map(({ document }) => document.articleId) }
    },
  ),
  importRules: operation(
    v.object({ site: v.optional(v.string()), items: v.array(ImportedRulesSchema) }),
    (rooms, { site, items }) => rooms.importRules(site ?? rooms.sites.main.key, items),
  ),
  exportRules: operation(
    v.object({ site: v.optional(v.string()) }),
    (rooms, { site = rooms.sites.main.key }) => rooms.library.rules(site),
  ),
  addAgent: operation(
    v.object({
      email: Email,
      role: v.picklist(agentRoles),
      name: v.optional(line(200)),
      sites: v.optional(v.array(v.string())),
    }),
    async (rooms, input) => {
      const unknown = input.sites?.find((key) => !rooms.sites.find(key))
      if (unknown !== undefined) {
        throw new WaypostError('invalid_input', { detail: `There is no site ${unknown}.` })
      }
      const { agent, token } = await rooms.agents.add(input)
      return { email: agent.email, role: agent.role, token }
    },
  ),
  revoke: operation(
    v.object({
      site: v.optional(v.string()),
      subject: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
      issuer: v.optional(v.string()),
    }),
    async (rooms, { site = rooms.sites.main.key, ...person }) => {
      const { revocation, ended } = await rooms.revocations.revokeHere(site, person)
      return { issuer: revocation.issuer, ended }
    },
  ),
  findPeople: operation(v.object({ whom: v.string() }), async ({ people, sites }, { whom }) => ({
    people: await people.find(
      whom,
      sites.all.map(({ key }) => key),
    ),
  })),
  exportPerson: operation(v.object({ id: v.string() }), ({ people }, { id }) =>
    people.export('operator', id),
  ),
  erasePerson: operation(v.object({ id: v.string() }), async ({ people }, { id }) => ({
    erased: await people.erase('operator', id),
  })),
  verifyAudit: operation(
    v.object({ known: v.optional(v.object({ number: v.number(), hash: v.string() })) }),
    ({ audit }, { known }) => audit.verify(known),
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
  run: (rooms: LocalRooms, input: v.InferOutput<S>) => Promise<T>,
) {
  return { input, run }
}
