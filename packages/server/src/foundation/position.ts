import { WaypostError } from '@waypost/sdk/contract'

/** A place in an ordered list: what the order of a record is, and its id to break ties. */
export interface Position {
  readonly order: string
  readonly id: string
}

/** Negative where the record sorts before the position; by UTF-16 unit, ties by id. */
export function comparePositions(a: Position, b: Position): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1
  if (a.id !== b.id) return a.id < b.id ? -1 : 1
  return 0
}

/** The opaque text of a position, safe in a URL; it goes on working after its record is gone. */
export function encodePosition({ order, id }: Position): string {
  // Escaped to ASCII first, because btoa refuses anything above Latin-1.
  const json = JSON.stringify([order, id]).replace(/[^\x20-\x7e]/g, escapeUnit)
  return globalThis.btoa(json).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/** Throws `invalid_input` for any text that `encodePosition` never made. */
export function decodePosition(text: string): Position {
  try {
    const json = globalThis.atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    const [order, id] = JSON.parse(json) as [string, string]
    const position = { order, id }
    if (typeof order === 'string' && encodePosition(position) === text) return position
  } catch {
    // Not base64 or not JSON: a wrong position like any other.
  }
  throw new WaypostError('invalid_input', { errors: [{ path: 'cursor', code: 'invalid_cursor' }] })
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
}
