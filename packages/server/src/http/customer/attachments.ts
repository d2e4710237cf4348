import { WaypostError } from '@waypost/sdk/contract'
import type { Attachments } from '../../domain/attachments/attachments.js'
import type { Endpoints } from '../endpoint.js'
import { type FileUrl, presentAttachment } from '../present/attachment.js'

export interface AttachmentEndpointsDeps {
  attachments: Attachments
  fileUrl: FileUrl
}

/** Files of tickets, from customers and the team alike. */
export function attachmentEndpoints({ attachments, fileUrl }: AttachmentEndpointsDeps) {
  const present = presentAttachment(fileUrl)
  return {
    createAttachment: async ({ actor, file, origin }) => {
      if (!file) throw new WaypostError('unsupported_media_type')
      return { reply: present(await attachments.upload(actor, file, origin)) }
    },
    getAttachment: async ({ actor, params }) => ({
      reply: present(await attachments.get(actor, params.id)),
    }),
    deleteAttachment: async ({ actor, params }) => {
      await attachments.remove(actor, params.id)
      return { reply: undefined }
    },
  } satisfies Partial<Endpoints>
}
