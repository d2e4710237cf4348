/** Bytes of the piece of memory that answers are written into, one after the other. */
const PIECE = 256 * 1024
/** The most that UTF-8 takes for a UTF-16 unit. */
const WIDEST = 3

let piece = Buffer.allocUnsafeSlow(PIECE)
let used = 0

/**
 * A text in UTF-8. Memory of its own for each answer, and counting its bytes first, cost more than to
 * write them.
 */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const most = text.length * WIDEST
  if (most > PIECE) return Buffer.from(text)
  if (most > PIECE - used) {
    // What was handed out keeps the old piece until it has been sent.
    piece = Buffer.allocUnsafeSlow(PIECE)
    used = 0
  }
  const from = used
  used += piece.write(text, from)
  return piece.subarray(from, used)
}
