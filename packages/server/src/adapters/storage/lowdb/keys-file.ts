import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { WaypostError } from '@waypost/sdk/contract'
import { hasErrno } from './disk.js'
import { durableFile } from './durable-file.js'

/** What `keys.json` of a folder says; nothing where there is none. */
export async function readKeysFile(folder: string): Promise<string | undefined> {
  try {
    return await readFile(join(folder, 'keys.json'), 'utf8')
  } catch (error) {
    if (hasErrno(error, 'ENOENT')) return undefined
    throw error
  }
}

/** Gives a folder its keys; throws where it has others, which some tokens may rest on. */
export async function keepKeysFile(folder: string, text: string): Promise<void> {
  const found = await readKeysFile(folder)
  if (found === text) return
  const path = join(folder, 'keys.json')
  if (found !== undefined) {
    const detail = `${path} holds other keys than the source: move it away, or use another folder`
    throw new WaypostError('unavailable', { detail })
  }
  const decode = (bytes: Buffer) => bytes.toString()
  await durableFile<string>({ path, encode: (keys) => keys, decode }).write(text)
}
