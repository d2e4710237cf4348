import { isWaypostError } from '@waypost/sdk/contract'
import type { Actor } from '../../../domain/actor.js'
import type { Attachments } from '../../../domain/attachments/attachments.js'
import { safeName } from '../../../domain/attachments/file-name.js'
import type { RateLimits } from '../../rate-limits.js'
import type { Visit } from '../page.js'
import type { TakeFile } from '../read-parts.js'

export interface TakeFilesDeps {
  attachments: Attachments
  rateLimits: RateLimits
}

/** Why a file was left out. */
export type Refusal = 'too-large' | 'too-many' | 'full' | 'failed' | 'again'

export interface Refused {
  /** The control in which it was chosen. */
  readonly at: string
  readonly name: string
  readonly why: Refusal
}

/** Whose the files are, once there are any; a form may know it by what stands before them. */
export type HolderOf = (fields: URLSearchParams) => Promise<Actor>

const refusedIn = new WeakMap<Request, Refused[]>()

/** The files of a posted form that were left out. */
export const refusedOf = ({ request }: Visit): readonly Refused[] => refusedIn.get(request) ?? []

/**
 * Uploads every file of a form as it comes; its id stands in the form from then on. One that cannot
 * be taken is noted, and loses neither the others nor the words.
 */
export function takeFiles(deps: TakeFilesDeps, visit: Visit, holderOf: HolderOf): TakeFile {
  const { request, address, form } = visit
  const refused: Refused[] = []
  refusedIn.set(request, refused)
  const most = form.attachments?.maxCount ?? 0
  let count = 0
  return async ({ field, name, bytes }, fields) => {
    const leaveOut = (why: Refusal) => {
      refused.push({ at: field, name: safeName(name), why })
      return undefined
    }
    if (++count > most) return leaveOut('too-many')
    try {
      const holder = await holderOf(fields)
      await deps.rateLimits.take('createAttachment', address, holder)
      const { id } = await deps.attachments.upload(holder, { name, bytes }, null)
      return id
    } catch (error) {
      return leaveOut(refusalOf(error))
    }
  }
}

/** In place of taking: a form that was not looked at has its files chosen once more. */
export function leaveFiles({ request }: Visit): TakeFile {
  const refused: Refused[] = []
  refusedIn.set(request, refused)
  return async ({ field, name }) => {
    refused.push({ at: field, name: safeName(name), why: 'again' })
    return undefined
  }
}

function refusalOf(error: unknown): Refusal {
  if (!isWaypostError(error)) return 'failed'
  switch (error.code) {
    case 'payload_too_large':
      return 'too-large'
    case 'storage_full':
      return 'full'
    case 'rate_limited':
      return 'again'
    default:
      return 'failed'
  }
}
