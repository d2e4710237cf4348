import { join } from 'node:path'
import { openDiskFiles } from '../adapters/files/disk/disk-files.js'
import type { FileStore } from '../domain/attachments/file-store.js'
import type { Logger } from '../foundation/logger.js'
import { CliError } from './cli-error.js'
import type { Config } from './config-schema.js'

/** Where the files of tickets are kept: beside the records, unless the configuration says another place. */
export async function openFiles(
  { data, files }: Pick<Config, 'data' | 'files'>,
  env: NodeJS.ProcessEnv,
): Promise<FileStore> {
  if (!files?.s3) return openDiskFiles({ folder: files?.folder ?? join(data, 'files') })
  // Fetched here, so that folders do without it.
  const { openS3Files } = await import('../adapters/files/s3/s3-files.js')
  return openS3Files({ ...files.s3, credentials: credentialsIn(env) })
}

/** Says in the log where their place does not answer. Everything but files works without it. */
export async function tryFiles(files: FileStore, log: Logger): Promise<void> {
  try {
    for await (const _ of files.names()) return
  } catch (error) {
    log.error('files', { reason: String(error) })
  }
}

/** By the names that everything which speaks S3 knows; never in a file that may be committed. */
function credentialsIn(env: NodeJS.ProcessEnv) {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = env
  if (!accessKeyId || !secretAccessKey) {
    throw new CliError(
      'files.s3 needs AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment.',
    )
  }
  return { accessKeyId, secretAccessKey, sessionToken: env.AWS_SESSION_TOKEN }
}
