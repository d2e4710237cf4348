import type { Audit } from '../../domain/audit/audit.js'
import { numberOf } from '../../domain/audit/audit-entry.js'
import type { Endpoints } from '../endpoint.js'
import { pageRequest, presentPage } from '../present/page.js'

/** Who did what, for admins. */
export function auditEndpoints({ audit }: { audit: Audit }) {
  return {
    listAudit: async ({ actor, query }) => {
      const page = await audit.list(actor, pageRequest(query))
      const reply = presentPage(page, (entry) => ({
        number: numberOf(entry),
        at: entry.createdAt,
        site: entry.site,
        by: entry.by,
        deed: entry.deed,
        object: entry.object,
        hash: entry.hash,
      }))
      return { reply }
    },
  } satisfies Partial<Endpoints>
}
