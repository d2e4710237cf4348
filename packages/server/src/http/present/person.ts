import type { PersonExport as ExportReply, Person } from '@waypost/sdk/contract'
import type { KnownPerson, PersonExport, ToldByTable } from '../../domain/privacy/people.js'

export function presentPerson({ customer, ticketCount }: KnownPerson): Person {
  return {
    id: customer.id,
    name: customer.name,
    email: customer.email,
    verification: customer.verification,
    subject: customer.identity?.subject ?? null,
    group: customer.group ?? null,
    attributes: { ...customer.attributes },
    ticketCount,
    createdAt: customer.createdAt,
  }
}

/** What stands in it is each table's own to say: a person is owed all of it. */
export function presentPersonExport(found: PersonExport): ExportReply {
  return {
    exportedAt: found.exportedAt,
    site: found.site,
    customerId: found.customerId,
    about: told(found.about),
    tickets: found.tickets.map(told),
  }
}

const told = (tables: ToldByTable) =>
  Object.fromEntries(Object.entries(tables).map(([name, records]) => [name, [...records]]))
