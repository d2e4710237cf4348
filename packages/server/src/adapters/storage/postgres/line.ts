import type { Client } from 'pg'
import { type ConnectOptions, connect } from './connect.js'
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

    /** Lets go of a connection that cannot be trusted any more, or is no longer needed. */
    async drop(): Promise<void> {
      const client = await current?.catch(() => undefined)
      current = undefined
      onEnd?.()
      await client?.end().catch(() => undefined)
    },
  }
}
