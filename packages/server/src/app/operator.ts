import { findRunningServer } from '../adapters/storage/lowdb/lock-file.js'
import { systemClock } from '../foundation/clock.js'
import { CliError } from './cli-error.js'
import { composeRooms } from './compose-rooms.js'
import type { Config } from './config-schema.js'
import { runLocally } from './local-door.js'
import type { LocalInput, LocalOperationName, LocalOutput } from './local-operations.js'
import { openFiles } from './open-files.js'
import { openKeys } from './open-keys.js'
import { openStorage } from './open-storage.js'

/** Where a command's operations run: in the server that holds the folder, or right here. */
export interface Operator {
  call<N extends LocalOperationName>(name: N, input: LocalInput<N>): Promise<LocalOutput<N>>
  close(): Promise<void>
}

export async function openOperator(config: Config, env: NodeJS.ProcessEnv): Promise<Operator> {
  // A database is open to us as it is to the servers.
  if (config.database) return here(config, env)
  const running = await findRunningServer(config.data)
  if (!running) return here(config, env)
  const { url, token, pid } = running
  if (url === null) {
    throw new CliError(`${config.data} is in use by process ${pid}, which is no running server.`)
  }
  return remote({ url, token, pid })
}

/** Milliseconds in which a server answers one batch, or is not there any more. */
const PATIENCE = 60_000

async function here(config: Config, env: NodeJS.ProcessEnv): Promise<Operator> {
  const storage = await openStorage(config)
  const keys = await openKeys(config.data, env)
  const publicUrl = config.publicUrl ?? 'http://localhost'
  const rooms = composeRooms({
    ...{ config, publicUrl, storage, files: await openFiles(config, env) },
    ...keys,
    clock: systemClock,
  })
  return {
    call: async (name, input) => (await runLocally(rooms, name, input)) as never,
    close: () => storage.close(),
  }
}

function remote({ url, token, pid }: { url: string; token: string; pid: number }): Operator {
  return {
    async call(name, input) {
      const response = await fetch(`${url}/local/${name}`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
        body: JSON.stringify(input),
        signal: AbortSignal.timeout(PATIENCE),
      }).catch((cause: unknown) => {
        throw new CliError(`The server that holds this folder (pid ${pid}) does not answer.`, {
          cause,
        })
      })
      const answer = (await response.json()) as { detail?: string; title?: string }
      if (!response.ok) throw new CliError(answer.detail ?? answer.title ?? 'The server refused.')
      return answer as never
    },
    close: async () => {},
  }
}
