import { join } from 'node:path'
import { openDiskFiles } from '../adapters/files/disk/disk-files.js'
import type { FileStore } from '../domain/attachments/file-store.js'
import type { Config } from './config-schema.js'

/** Where the files of tickets are kept: beside the records, unless the configuration says another place. */
export function openFiles({ data, files }: Config, _env: NodeJS.ProcessEnv): FileStore {
  return openDiskFiles({ folder: files?.folder ?? join(data, 'files') })
}
