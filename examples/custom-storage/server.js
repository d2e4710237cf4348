/**
 * A Waypost server on a storage of one's own: `node server.js` after `pnpm build`. Listens on `PORT`
 * or 8787, and keeps everything in `.waypost/custom-storage` of the workspace.
 */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadConfig, startServer, stopSignal } from '@waypost/server'
import { systemClock } from '@waypost/server/storage'
import { openLmdbStorage } from './lmdb-storage.js'

const stopped = stopSignal()
const data = fileURLToPath(new URL('../../.waypost/custom-storage', import.meta.url))

const config = await loadConfig({ flags: { data }, env: process.env, folder: process.cwd() })
const storage = await openLmdbStorage({ folder: join(data, 'lmdb'), clock: systemClock })
const server = await startServer({ config, storage })
process.stdout.write(`Waypost is ready: ${server.url}\n`)
await stopped
await server.close()
