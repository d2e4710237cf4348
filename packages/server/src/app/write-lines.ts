import type { Writable } from 'node:stream'

/**
 * Writes lines together, once for each turn of the event loop: a write of its own costs a line as much
 * as a small answer. What waits when the process ends is written then.
 */
export function writeLines(stream: Pick<Writable, 'write'>): (line: string) => void {
  let waiting = ''
  const flush = () => {
    if (waiting === '') return
    const text = waiting
    waiting = ''
    stream.write(text)
  }
  process.once('exit', flush)
  return (line) => {
    if (waiting === '') setImmediate(flush)
    waiting += line
  }
}
