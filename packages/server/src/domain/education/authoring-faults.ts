import { WaypostError } from '@waypost/sdk/contract'
import type { Fault } from './manuscript.js'

/** What is wrong in what was sent: each fault by its path in the body, in words for its author. */
export function faulty(faults: readonly Fault[], inside: Fault['path']): WaypostError {
  return new WaypostError('invalid_input', {
    errors: faults.map(({ path, code, message }) => ({
      path: pathInBody(path, inside),
      ...{ code, message },
    })),
  })
}

/** Courses and lessons are written once for each language. */
export function localeMissing(): WaypostError {
  return new WaypostError('invalid_input', { errors: [{ path: 'locale', code: 'required' }] })
}

/** Why an id cannot be written under. */
export function refused(message: string): WaypostError {
  return new WaypostError('invalid_input', { errors: [{ path: 'id', code: 'invalid', message }] })
}

export const IN_FOLDER = 'This id stands in the content folder; change it there.'
export const TAKEN = 'This id belongs to another content; give one of the two another.'

/** `inside` is where what was sent stands in the whole that was read. */
export function pathInBody(path: Fault['path'], inside: Fault['path']): string {
  const isInside = inside.every((key, at) => path[at] === key)
  const own = isInside ? path.slice(inside.length) : []
  // Keys that are no plain words were chosen by the caller; they are not sent back.
  const keys = own.map((key) => (/^[\w-]{1,64}$/.test(`${key}`) ? key : '*'))
  return ['content', ...keys].join('.')
}
