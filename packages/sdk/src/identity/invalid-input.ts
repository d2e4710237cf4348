import { type FieldCode, WaypostError } from '../contract/errors.js'

/** What the host's developer has to put right; it names the field and never its value. */
export function invalidInput(path: string, code: FieldCode, detail: string, cause?: unknown) {
  return new WaypostError('invalid_input', { detail, errors: [{ path, code }], cause })
}
