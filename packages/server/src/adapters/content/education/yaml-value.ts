import { isNode, isScalar, type Node } from 'yaml'
import { parseYaml } from '../parse-yaml.js'
import type { Problems } from '../problems.js'

export type Path = readonly (string | number)[]

/** What a YAML text says, and where each part of it stands. */
export interface YamlValue {
  readonly value: unknown
  /** The line of the nearest part of a path that there is. */
  lineOf(path: Path): number
  /** The line on which the text itself of a part begins, below its `|`. */
  textLineOf(path: Path): number
}

/** `undefined` and problems where it cannot be read. `firstLine` is that of the text in its file. */
export function readYamlValue(
  yaml: string,
  firstLine: number,
  problems: Problems,
): YamlValue | undefined {
  const parsed = parseYaml(yaml, firstLine, 'write it simpler', problems)
  if (parsed === undefined) return undefined
  const { document, lineAt } = parsed
  return { value: document.toJS({ maxAliasCount: 100 }) ?? {}, lineOf, textLineOf }

  function lineOf(path: Path): number {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true)
      if (isNode(node) && node.range) return keyLine(path.slice(0, length), node)
    }
    return firstLine
  }

  /** A value may begin on the line after its key, which is where people look. */
  function keyLine(path: Path, node: Node): number {
    const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)
    const pairs = (parent as { items?: { key?: Node; value?: unknown }[] } | undefined)?.items ?? []
    const pair = pairs.find(({ value }) => value === node)
    return lineAt(pair?.key?.range?.[0] ?? node.range?.[0])
  }

  function textLineOf(path: Path): number {
    const node = document.getIn(path, true)
    if (!isScalar(node)) return lineOf(path)
    return lineAt(node.range?.[0]) + Number(node.type?.startsWith('BLOCK') ?? false)
  }
}
