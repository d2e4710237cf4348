import { isWaypostError } from '@waypost/sdk/contract'
import type { Actor } from '../../../domain/actor.js'
import type { AttachedFile } from '../../../domain/attached-file.js'
import type { Attachments } from '../../../domain/attachments/attachments.js'

/** What is still there of the files that a form names; what has been swept away is not. */
export async function keptFiles(
  attachments: Attachments,
  holder: Actor | undefined,
  ids: readonly string[],
): Promise<AttachedFile[]> {
  if (!holder) return []
  const found = ids.map((id) =>
    attachments.get(holder, id).catch((error: unknown) => {
      if (isWaypostError(error, 'not_found')) return undefined
      throw error
    }),
  )
  return (await Promise.all(found)).filter((file) => file !== undefined)
}
