import type * as v from 'valibot'

/** Something that a setting must not say beside the others, and where it says it. */
export interface ConfigFault {
  readonly path: readonly (string | number)[]
  /** Goes on after the place: `names "colour", which …`. */
  readonly says: string
}

/** The fault as an issue of the schema, which then knows its place in the whole configuration. */
export function issueOf({ path, says }: ConfigFault, within: unknown) {
  let input = within
  const items = path.map((key) => {
    const item = { type: 'unknown', origin: 'value', input, key, value: valueAt(input, key) }
    input = item.value
    return item as v.IssuePathItem
  })
  return { message: says, path: items as [v.IssuePathItem, ...v.IssuePathItem[]] }
}

function valueAt(input: unknown, key: string | number): unknown {
  return (input as Record<string | number, unknown> | null | undefined)?.[key]
}
