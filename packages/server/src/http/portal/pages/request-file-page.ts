import { isWaypostError } from '@waypost/sdk/contract'
import type { Attachments } from '../../../domain/attachments/attachments.js'
import type { PortalPage } from '../page.js'
import { type FindRequestDeps, findRequest } from '../requests/find-request.js'
import { missingView } from '../requests/missing-view.js'
import { redirect } from '../send-page.js'

export interface RequestFilePageDeps extends FindRequestDeps {
  attachments: Attachments
  /** The address that opens a file for a while. */
  filePath(attachmentId: string): string
}

/** A file of a request, for whoever holds its link: asked anew each time, and sent on from there. */
export function requestFilePage(deps: RequestFilePageDeps): PortalPage {
  return {
    path: '/requests/:token/files/:id',
    isSecret: true,
    method: 'GET',
    budget: 'getAttachment',
    async answer(visit) {
      const { token = '', id = '' } = visit.params
      const { actor } = await findRequest(deps, visit, token)
      const file = await deps.attachments.get(actor, id)
      return redirect(deps.filePath(file.id), 'for-now')
    },
    recover: async (visit, error) =>
      isWaypostError(error, 'not_found') ? missingView(visit) : undefined,
  }
}
