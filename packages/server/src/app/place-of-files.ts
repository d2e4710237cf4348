import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { newId } from '../foundation/ids.js'
import type { Config } from './config-schema.js'

/**
 * What tells the place of this server's files from others: of two servers that name the same, each
 * finds what the other keeps. A folder has it written in it, since every machine may call it otherwise.
 */
export async function placeOfFiles({
  data,
  files,
}: Pick<Config, 'data' | 'files'>): Promise<string> {
  if (files?.s3) {
    const { endpoint = '', region, bucket, prefix } = files.s3
    return ['s3', endpoint, region, bucket, prefix].join(' ')
  }
  const folder = files?.folder ?? join(data, 'files')
  const note = join(folder, '.place')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeFile(note, newId('fil'), { flag: 'wx', mode: 0o600 }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    },
  )
  return readFile(note, 'utf8')
}
