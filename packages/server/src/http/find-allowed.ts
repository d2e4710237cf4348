/** The methods of each path, which has `{names}` in it for what a caller fills in. */
export type Allowed = Map<string, string[]>

/** The methods that are taken at an address; `undefined` where there is nothing. */
export function findAllowed(allowed: Allowed, address: string): readonly string[] | undefined {
  for (const [path, methods] of allowed) {
    const pattern = path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')
    if (new RegExp(`^${pattern}$`).test(address)) return methods
  }
  return undefined
}
