/** Takes one call: its path, as `.client.tickets.list`, and its arguments. */
export type TakeCall = (path: string, args: unknown[]) => unknown

/**
 * An object on which every name, however deep, is a function that hands its path on. So a call of
 * any name can be queued, and one that does not exist can be reported instead of throwing.
 */
export const createCalls = (take: TakeCall, target: object, path = ''): object =>
  new Proxy(target as Record<PropertyKey, unknown>, {
    get: (kept, name) =>
      // Symbols, which have no length, are the language's; with a `then` we would be taken for a promise.
      !(name as string).length || name === 'then'
        ? kept[name]
        : (kept[name] ??= createCalls(take, () => {}, path + '.' + (name as string))),
    apply: (_target, _self, args) => take(path, args),
  })
