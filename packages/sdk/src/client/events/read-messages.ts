export interface StreamMessage {
  /** `message` where the server gave none. */
  kind: string
  data: string
}

export interface MessageReader {
  onMessage(message: StreamMessage): void
  /** The number to go on from: told before the message that bears it, and also without one. */
  onId(id: string): void
  /** Milliseconds after which to come back when the line is cut. */
  onRetry(milliseconds: number): void
}

/**
 * Takes the text of a stream in whatever pieces it comes, and tells what is in it:
 * https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 */
export function readMessages({ onMessage, onId, onRetry }: MessageReader): (text: string) => void {
  let rest = ''
  let endedWithReturn = false
  let kind = ''
  let id: string | undefined
  let data: string[] = []

  function end(): void {
    if (id !== undefined) onId(id)
    if (data.length > 0) onMessage({ kind: kind || 'message', data: data.join('\n') })
    kind = ''
    id = undefined
    data = []
  }

  function take(line: string): void {
    if (!line) {
      end()
      return
    }
    const [, name, value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? []
    if (name === 'event') kind = value
    if (name === 'data') data.push(value)
    if (name === 'id' && !value.includes('\0')) id = value
    if (name === 'retry' && /^\d+$/.test(value)) onRetry(Number(value))
  }

  return (text) => {
    // Both halves of one end of a line, in two pieces.
    rest += endedWithReturn && text.startsWith('\n') ? text.slice(1) : text
    if (text) endedWithReturn = text.endsWith('\r')
    const lines = rest.split(/\r\n|\n|\r/)
    rest = lines.pop() ?? ''
    lines.forEach(take)
  }
}
