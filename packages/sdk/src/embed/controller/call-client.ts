import type { Client } from '../../client/client.js'
import type { EducationClient } from '../../client/education.js'
import { unknownCall } from './wrong-call.js'

/** Makes a call on the client by its path, as `['tickets', 'list']`. */
export function callClient(
  client: Client | EducationClient,
  path: readonly string[],
  args: readonly unknown[],
): unknown {
  let found: unknown = client
  for (const name of path) {
    found = Object.hasOwn(Object(found), name) ? (found as never)[name] : undefined
  }
  if (typeof found !== 'function') throw unknownCall(['client', ...path])
  return found(...args)
}
