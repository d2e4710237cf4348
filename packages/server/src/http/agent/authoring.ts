import type { Authoring } from '../../domain/education/authoring.js'
import type { Endpoints } from '../endpoint.js'
import { presentManuscript, presentManuscriptSummary, presentSaved } from '../present/manuscript.js'
import { pageRequest, presentPage } from '../present/page.js'

export interface AuthoringEndpointsDeps {
  authoring: Authoring
  /** The locale in which a site speaks unless asked. */
  localeOf(site: string): string
}

/** Courses, lessons, checklists, tours and tips as authors write them. */
export function authoringEndpoints({ authoring, localeOf }: AuthoringEndpointsDeps) {
  const named = (id: string, locale: string | undefined) => ({ id, locale })
  return {
    listManuscripts: async ({ actor, query }) => {
      const page = await authoring.list(actor, query, pageRequest(query))
      return { reply: presentPage(page, presentManuscriptSummary(localeOf)) }
    },
    getManuscript: async ({ actor, params, query }) => {
      const part = await authoring.get(actor, named(params.id, query.locale))
      return { reply: presentManuscript(localeOf)(part) }
    },
    saveManuscript: async ({ actor, params, query, body, ifMatch }) => {
      const saved = await authoring.save(actor, named(params.id, query.locale), body, ifMatch)
      return { reply: presentSaved(localeOf)(saved) }
    },
    deleteManuscript: async ({ actor, params, query, ifMatch }) => {
      await authoring.remove(actor, named(params.id, query.locale), ifMatch)
      return { reply: undefined }
    },
  } satisfies Partial<Endpoints>
}
