import { setImmediate } from 'node:timers/promises'

export interface Told {
  readonly id: number | undefined
  readonly event: string
  readonly data: Record<string, unknown>
}

/** Reads an event stream as it comes, as a client does: no more than what the standard says. */
export function readStream(answer: Response) {
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader()
  const decoder = new TextDecoder()
  const told: Told[] = []
  const comments: string[] = []
  let [text, lastId, retry, isOver] = ['', undefined as number | undefined, 0, false]
  let wake = () => {}

  const reading = (async () => {
    try {
      for (;;) {
        const { done, value } = await reader.read()
        if (done) break
        text += decoder.decode(value, { stream: true })
        const blocks = text.split('\n\n')
        text = blocks.pop() ?? ''
        for (const block of blocks) take(block)
        wake()
      }
    } catch {
      // The line was cut.
    }
    isOver = true
    wake()
  })()

  function take(block: string): void {
    let [id, event, data] = [undefined as number | undefined, 'message', '']
    for (const line of block.split('\n')) {
      const [field = '', rest = ''] = [line.split(':')[0], line.slice(line.indexOf(':') + 1)]
      const value = rest.trimStart()
      if (field === '') comments.push(value)
      else if (field === 'id') id = Number(value)
      else if (field === 'event') event = value
      else if (field === 'data') data += value
      else if (field === 'retry') retry = Number(value)
    }
    if (id !== undefined) lastId = id
    if (data !== '') told.push({ id, event, data: JSON.parse(data) })
  }

  return {
    told,
    comments,
    /** Everything but what the stream says of itself. */
    events: () => told.filter(({ event }) => event.includes('.')),
    kinds: () => told.map(({ event }) => event),
    lastId: () => lastId,
    retry: () => retry,
    isOver: () => isOver,
    /** Resolves when so much has come, or the stream is over. */
    async until(isEnough: () => boolean): Promise<void> {
      while (!isEnough() && !isOver) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    },
    /** Resolves when what has been written by now has been read. */
    settled: () => setImmediate(),
    ended: () => reading,
    close: () => reader.cancel(),
  }
}

export type StreamReader = ReturnType<typeof readStream>
