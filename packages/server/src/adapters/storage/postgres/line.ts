import type { Client } from 'pg'
import { type ConnectOptions, connect, cut } from './connect.js'
import { Lost } from './lost.js'

export type Line = ReturnType<typeof createLine>

interface LineOptions extends ConnectOptions {
  greet?(client: Client): Promise<unknown>
  /** Called when a connection has ended, before there is another one. */
  onEnd?(): void
}

/** One connection that is made when it is needed, and made anew after it was lost. */
export function createLine({ greet, onEnd, ...options }: LineOptions) {
  let current: Promise<Client> | undefined

  function open(): Promise<Client> {
    const forget = () => {
      if (current === opened) current = undefined
      onEnd?.()
    }
    const opened = connect(options, forget).then(async (client) => {
      try {
        await greet?.(client)
      } catch (error) {
        // Nobody holds it, and it is not to be waited for.
        client.end().catch(() => undefined)
        throw error
      }
      return client
    })
    return opened
  }

  return {
    async get(): Promise<Client> {
      current ??= open()
      const opened = current
      try {
        return await opened
      } catch (error) {
        if (current === opened) current = undefined
        throw new Lost((error as Error).message, { cause: error })
      }
    },

    /** Waits no longer for what was asked: whoever did is told that the line was lost. */
    async cut(): Promise<void> {
      const client = await current?.catch(() => undefined)
      if (client) cut(client)
    },

    /** Lets go of a connection that cannot be trusted any more, or is no longer needed. */
    async drop(): Promise<void> {
      const dropped = current
      const client = await dropped?.catch(() => undefined)
      // Somebody else may have dropped it meanwhile, and have another one already.
      if (current === dropped) current = undefined
      onEnd?.()
      await client?.end().catch(() => undefined)
    },
  }
}
