import { isMap, isScalar, isSeq, type Node } from 'yaml'
import { parseYaml } from './parse-yaml.js'
import type { Problems } from './problems.js'

/** One key of a file, with what its author wrote and where. */
export interface Field {
  readonly node: Node | null
  readonly line: number
  /** The line of something inside the value. */
  lineOf(inner: unknown): number
}

export type Fields = ReadonlyMap<string, Field>

/**
 * The keys of a YAML text that begins on `firstLine` of its file. Keys that are not `known` are
 * warned about by name; `undefined` and problems where the text is not a list of keys.
 */
export function readYamlFields(
  yaml: string,
  firstLine: number,
  known: readonly string[],
  problems: Problems,
): Fields | undefined {
  const parsed = parseYaml(yaml, firstLine, 'write plain keys with a value each', problems)
  if (parsed === undefined) return undefined
  const { document, lineAt } = parsed
  const fields = new Map<string, Field>()
  if (document.contents === null) return fields
  if (!isMap(document.contents)) {
    problems.error('The YAML must be keys with values, as in title: Refunds.', firstLine)
    return undefined
  }
  for (const { key, value } of document.contents.items) {
    const node = key as Node
    const name = isScalar(node) ? String(node.value) : ''
    const line = lineAt(node.range?.[0])
    const lineOf = (inner: unknown) => lineAt((inner as Node | null)?.range?.[0])
    if (known.includes(name)) fields.set(name, { node: value as Node | null, line, lineOf })
    else problems.warn(unknownKey(name, known), line)
  }
  return fields
}

/** What stands behind a scalar, in its author's writing: `404`, `yes` and `1.0` stay as they are. */
export function textOf(node: unknown): string | undefined {
  if (!isScalar(node) || node.value === null) return undefined
  return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value))
}

/** The texts of a list, or of one scalar between its commas; `undefined` where it is neither. */
export function textsOf(node: unknown): readonly string[] | undefined {
  const items = isSeq(node) ? node.items.map(textOf) : textOf(node)?.split(',')
  if (items === undefined || items.includes(undefined)) return undefined
  return items.map((item) => (item ?? '').trim()).filter((item) => item !== '')
}

/** Absent, or a key with nothing behind it. */
export function isEmpty(node: unknown): boolean {
  return node == null || (isScalar(node) && node.value === null)
}

function unknownKey(name: string, known: readonly string[]): string {
  return `The key "${name}" is not known and was passed over; the keys are ${known.join(', ')}.`
}
