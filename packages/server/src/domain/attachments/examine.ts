import { WaypostError } from '@waypost/sdk/contract'
import { shownSize, TEXT_TYPE, typeOf, UNKNOWN_TYPE } from './file-type.js'

/** Photographs tell their size behind all that a camera has written into them. */
const HEAD = 256 * 1024

/** What the bytes of a file are. */
export interface Examined {
  readonly type: string
  readonly size: number
  readonly width: number | null
  readonly height: number | null
}

/**
 * Looks at bytes on their way: counts them, keeps the first, and sees whether they are text. Throws
 * `payload_too_large` as soon as there are too many.
 */
export function examine(bytes: AsyncIterable<Uint8Array>, most: number) {
  let size = 0
  let head = Buffer.alloc(0)
  let text: InstanceType<typeof TextDecoder> | undefined = new TextDecoder('utf-8', { fatal: true })

  function look(chunk?: Uint8Array): void {
    try {
      const said = text?.decode(chunk, { stream: chunk !== undefined })
      // Text has no control characters; what has some would be shown as something else.
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly the characters meant
      if (/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(said ?? '')) text = undefined
    } catch {
      text = undefined
    }
  }

  return {
    /** The same bytes. */
    async *passing(): AsyncGenerator<Uint8Array> {
      for await (const chunk of bytes) {
        size += chunk.length
        if (size > most) throw new WaypostError('payload_too_large')
        if (head.length < HEAD) head = Buffer.concat([head, chunk]).subarray(0, HEAD)
        look(chunk)
        yield chunk
      }
      look()
    },

    /** What they were, when all have passed. */
    result(): Examined {
      const type = typeOf(head) ?? (text ? TEXT_TYPE : UNKNOWN_TYPE)
      const { width, height } = shownSize(type, head) ?? { width: null, height: null }
      return { type, size, width, height }
    },
  }
}
