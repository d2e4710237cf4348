import type { Attachment } from '@waypost/sdk/contract'
import type { AttachedFile } from '../../domain/attached-file.js'

/** The address that opens a file, for a while. */
export type FileUrl = (attachmentId: string) => string

export const presentAttachment =
  (fileUrl: FileUrl) =>
  (file: AttachedFile): Attachment => ({
    id: file.id,
    name: file.name,
    type: file.type,
    size: file.size,
    width: file.width,
    height: file.height,
    url: fileUrl(file.id),
    createdAt: file.createdAt,
  })
