import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * The secret that Tidemark and Waypost share, made at first start. Whoever reads it can be any
 * customer, so the file is for its owner alone.
 *
 * @param {string} data the data folder
 */
export async function identitySecret(data) {
  const file = join(data, 'identity-secret')
  await mkdir(data, { recursive: true, mode: 0o700 })
  try {
    await writeFile(file, `${randomBytes(32).toString('hex')}\n`, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error
  }
  return (await readFile(file, 'utf8')).trim()
}
