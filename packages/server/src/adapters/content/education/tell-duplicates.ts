import type { Problems } from '../problems.js'
import type { Path, YamlValue } from './yaml-value.js'

/** Parts that bear an id of another part; what people have done is kept by it. */
export function tellDuplicates(
  path: Path,
  parts: readonly { readonly id: string }[],
  yaml: YamlValue,
  problems: Problems,
): void {
  const first = new Map<string, number>()
  for (const [at, { id }] of parts.entries()) {
    const line = yaml.lineOf([...path, at, 'id'])
    const other = first.get(id)
    if (other === undefined) first.set(id, line)
    else
      problems.error(`The id "${id}" is taken on line ${other}; give one of the two another.`, line)
  }
}
