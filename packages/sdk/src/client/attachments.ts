import type { Attachment } from '../contract/attachments.js'
import { attachmentRoutes } from '../contract/routes.js'
import type { AccessOptions } from './call.js'
import type { Client } from './client.js'
import { sendFile } from './send-file.js'
import type { ChangeOptions } from './transport.js'

export interface AttachmentOptions extends AccessOptions {
  /**
   * The ticket that the file is of, or will be: what opened that in this browser then speaks for the
   * file as well.
   */
  ticketId?: string | undefined
}

export interface UploadOptions extends AttachmentOptions, ChangeOptions {
  /** What to call it; the name of the file unless said. */
  name?: string
  /** Told how much has gone up, from 0 to 1, where this is a page. A try again begins anew. */
  onProgress?: (part: number) => void
}

/**
 * The files of a client: apart, so that only who attaches one carries it.
 * `createAttachments(client).upload(file)`, then name its id in the ticket or the reply.
 */
export function createAttachments({ call }: Pick<Client, 'call'>) {
  return {
    /** Uploads one file; starts an anonymous session first where the browser has none. */
    upload(
      file: Blob,
      { ticketId, name, onProgress = () => {}, ...options }: UploadOptions = {},
    ): Promise<Attachment> {
      const form = new FormData()
      form.set('file', file, name ?? (file as File).name ?? 'file')
      return call(
        'createAttachment',
        { session: true, ...options },
        {
          ...attachmentRoutes.createAttachment,
          params: { id: ticketId ?? '' },
          form,
          ...(globalThis.XMLHttpRequest && { via: sendFile(onProgress, options.signal) }),
        },
      )
    },

    /** One file, with a new address that opens it. */
    get: (id: string, { ticketId, ...options }: AttachmentOptions = {}): Promise<Attachment> =>
      call('getAttachment', options, about(attachmentRoutes.getAttachment, id, ticketId)),

    /** Takes back an upload that nothing names yet. */
    remove: (id: string, { ticketId, ...options }: AttachmentOptions = {}): Promise<void> =>
      call('deleteAttachment', options, about(attachmentRoutes.deleteAttachment, id, ticketId)),
  }
}

/** The parameter `id` says on whose behalf: a ticket's. */
function about<R extends { path: string }>(route: R, id: string, ticketId = '') {
  const path = route.path.replace('{id}', '{attachmentId}') as '/'
  return { ...route, path, params: { id: ticketId, attachmentId: id } }
}
