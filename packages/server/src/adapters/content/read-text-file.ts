import { readFile } from 'node:fs/promises'
import type { Problems } from './problems.js'

/** A file as text with `\n` as its only line break; `undefined` and a problem where it is not text. */
export async function readTextFile(path: string, problems: Problems): Promise<string | undefined> {
  let bytes: Buffer
  try {
    bytes = await readFile(path)
  } catch (error) {
    problems.error(`This file cannot be read (${reasonOf(error)}); check that it may be read.`)
    return undefined
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.replace(/\r\n?/g, '\n')
  } catch {
    const line = lineOfFirstBadByte(bytes)
    problems.error('This file is not in UTF-8; save it with that encoding.', line)
    return undefined
  }
}

/** Node's code, as `EACCES`: its message would show where the folder lies on the server. */
export function reasonOf(error: unknown): string {
  return String((error as NodeJS.ErrnoException | undefined)?.code ?? 'unknown reason')
}

function lineOfFirstBadByte(bytes: Buffer): number {
  const lines = bytes.toString('latin1').split('\n')
  const isBad = (line: string) => {
    const part = Buffer.from(line, 'latin1')
    return !Buffer.from(part.toString('utf8')).equals(part)
  }
  return lines.findIndex(isBad) + 1
}
