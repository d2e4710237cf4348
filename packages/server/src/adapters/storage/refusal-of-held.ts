import { WaypostError } from '@waypost/sdk/contract'

/** Why nothing is copied to a place that is not empty; `from` where another copy has begun there. */
export function refusalOfHeld(
  place: string,
  kind: 'folder' | 'database',
  from: string | undefined,
): WaypostError {
  const what = from === undefined ? 'holds data already' : `holds a part of ${from}`
  const how = from === undefined ? '' : ', or begin this one there anew with --restart'
  const detail = `${place} ${what}: choose an empty ${kind}${how}`
  return new WaypostError('unavailable', { detail })
}
