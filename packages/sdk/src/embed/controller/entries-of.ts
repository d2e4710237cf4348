/** What an object of the host's holds; of what is none nothing, and a sentence among `wrong`. */
export function entriesOf<T>(
  name: string,
  given: { readonly [key: string]: T },
  wrong: string[],
): [string, T][] {
  if (Object(given) === given) return Object.entries(given)
  wrong.push(`${name} takes an object, not “${given}”`)
  return []
}
