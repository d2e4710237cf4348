import type { Form } from '@waypost/sdk/contract'
import type { UploadFault } from './upload.js'

/** What is wrong with a file before any of it is sent. */
export function checkFile(
  { size, type }: Pick<File, 'size' | 'type'>,
  limits: Form['attachments'],
  others: number,
): UploadFault | undefined {
  if (type === FOLDER) return 'folder'
  if (size === 0) return 'empty'
  if (limits && size > limits.maxBytes) return 'too-large'
  return limits && others >= limits.maxCount ? 'too-many' : undefined
}

/** What `takeFiles` says of a folder; browsers call it a file without a type. */
export const FOLDER = 'inode/directory'
