import { getRequestListener } from '@hono/node-server'

/**
 * The `Response` of @hono/node-server: a text goes to the socket as it is, where the platform's own
 * makes a stream of it first, which costs more than most answers. The adapter gives the class out in
 * one way alone, by putting it in the place of the global one; that is undone here before anybody
 * else runs. It stays quick as long as nobody reads its headers or its body.
 */
export const QuickResponse: typeof Response = findQuickResponse()

function findQuickResponse(): typeof Response {
  const names = ['Request', 'Response'] as const
  const before = names.map((name) => Object.getOwnPropertyDescriptor(globalThis, name))
  try {
    getRequestListener(() => new Response())
    return globalThis.Response
  } finally {
    for (const [at, name] of names.entries()) {
      const own = before[at]
      if (own) Object.defineProperty(globalThis, name, own)
    }
  }
}
