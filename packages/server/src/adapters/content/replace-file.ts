import { rename, rm, writeFile } from 'node:fs/promises'

/** Whole or not at all; a link in the file's place is replaced, never followed. */
export async function replaceFile(path: string, text: string): Promise<void> {
  const unfinished = `${path}.${process.pid}~`
  await rm(unfinished, { force: true })
  try {
    await writeFile(unfinished, text, { flag: 'wx' })
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}
