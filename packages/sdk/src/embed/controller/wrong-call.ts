import { WaypostError } from '../../contract/errors.js'

/** A call that nobody takes, or not with what it was given. */
export const wrongCall = (detail: string) => new WaypostError('malformed_request', { detail })

export const unknownCall = (path: readonly string[]) =>
  wrongCall(`There is no call waypost.${path.join('.')}()`)
