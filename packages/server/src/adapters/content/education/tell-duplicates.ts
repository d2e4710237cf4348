import type { Desk } from './desk.js'
import type { Path } from './yaml-value.js'

/** Parts that bear an id of another part; what people have done is kept by it. */
export function tellDuplicates(
  path: Path,
  parts: readonly { readonly id: string }[],
  desk: Desk,
): void {
  const first = new Map<string, Path>()
  for (const [at, { id }] of parts.entries()) {
    const place = [...path, at, 'id']
    const other = first.get(id)
    if (other === undefined) first.set(id, place)
    else {
      const message = `The id "${id}" is taken ${desk.placeOf(other)}; give one of the two another.`
      desk.error(message, place)
    }
  }
}
