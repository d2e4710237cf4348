import { open } from 'node:fs/promises'

/** One line of a file, without its newline, and where it begins. */
export interface FileLine {
  readonly byte: number
  readonly bytes: Buffer
  /** False for what stands after the last newline. */
  readonly isEnded: boolean
  /** Nothing follows it in the file. */
  readonly isLast: boolean
}

const NEWLINE = 0x0a
const CHUNK_BYTES = 256 * 1024

/**
 * The lines of a file, a bunch at a time: each bunch is what one read of 256 kB completes, so that
 * no step takes long and a file of any size needs little memory.
 */
export async function* readLines(path: string): AsyncGenerator<readonly FileLine[]> {
  const file = await open(path, 'r')
  try {
    let byte = 0
    let parts: Buffer[] = []
    // Held back, because only the next read tells whether it is the last one.
    let held: FileLine | undefined
    while (true) {
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(CHUNK_BYTES))
      if (bytesRead === 0) break
      const lines: FileLine[] = []
      const chunk = buffer.subarray(0, bytesRead)
      let start = 0
      for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
        const bytes = Buffer.concat([...parts, chunk.subarray(start, end)])
        if (held) lines.push(held)
        held = { byte, bytes, isEnded: true, isLast: false }
        byte += bytes.length + 1
        parts = []
        start = end + 1
      }
      if (start < bytesRead) parts.push(chunk.subarray(start))
      yield lines
    }
    const bytes = Buffer.concat(parts)
    if (held) yield [{ ...held, isLast: bytes.length === 0 }]
    if (bytes.length > 0) yield [{ byte, bytes, isEnded: false, isLast: true }]
  } finally {
    await file.close()
  }
}
