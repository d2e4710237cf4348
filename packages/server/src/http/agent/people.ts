import type { People } from '../../domain/privacy/people.js'
import type { Endpoints } from '../endpoint.js'
import { pageRequest, presentPage } from '../present/page.js'
import { presentPerson, presentPersonExport } from '../present/person.js'

/** What is known of customers, and how they get it, or get rid of it. */
export function peopleEndpoints({ people }: { people: People }) {
  return {
    listCustomers: async ({ actor, query }) => {
      const page = await people.list(actor, { email: query.email }, pageRequest(query))
      return { reply: presentPage(page, presentPerson) }
    },
    exportCustomer: async ({ actor, params }) => ({
      reply: presentPersonExport(await people.export(actor, params.id)),
    }),
    eraseCustomer: async ({ actor, params }) => ({
      reply: { erased: { ...(await people.erase(actor, params.id)) } },
    }),
  } satisfies Partial<Endpoints>
}
