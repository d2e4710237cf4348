import type { ErrorCode } from '@waypost/sdk/contract'
import type { Outlet, StreamMessage } from '../domain/streams/outlet.js'

/** Bytes that a reader may be behind. */
const MOST_BEHIND = 64 * 1024
/** Milliseconds after which a reader comes back whose line was cut. */
const RETRY = 3_000
/** Readers of a node that goes come back one after another, within so many milliseconds. */
const [SOONEST, LATEST] = [500, 5_000]

const encoder = new TextEncoder()

/**
 * A stream of server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html) and
 * what writes it. `onGone` is called once, when nobody reads it any more or it has ended.
 */
export function createEventStream(deps: { hangUp(): void; onGone(): void }) {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  let onRead: (() => void) | undefined

  // Said, because what is inferred names a module without `node:`, which whoever installs us lacks.
  const body: ReadableStream<Uint8Array> = new ReadableStream<Uint8Array>(
    {
      start(opened) {
        controller = opened
      },
      pull() {
        if (room() >= MOST_BEHIND / 2) onRead?.()
      },
      cancel: gone,
    },
    new ByteLengthQueuingStrategy({ highWaterMark: MOST_BEHIND }),
  )
  write(`retry: ${RETRY}\n: hello\n\n`)
  const outlet: Outlet = {
    send: (message) => write(textOf(message)),
    // An id without data is remembered and tells nothing.
    beat: (id) => write(id === undefined ? ':\n\n' : `:\nid: ${id}\n\n`),
    hasRoom() {
      if (!controller || room() >= MOST_BEHIND / 2) return Promise.resolve()
      return new Promise((resolve) => {
        onRead = resolve
      })
    },
    end: (code) => close(endOf(code)),
    leave: () => close(`retry: ${Math.round(SOONEST + Math.random() * (LATEST - SOONEST))}\n\n`),
    drop,
  }
  return { body, outlet }

  function room(): number {
    return controller?.desiredSize ?? 0
  }

  function write(text: string): void {
    if (!controller) return
    controller.enqueue(encoder.encode(text))
    if (room() <= 0) drop()
  }

  function close(text: string): void {
    if (!controller) return
    controller.enqueue(encoder.encode(text))
    controller.close()
    gone()
  }

  function drop(): void {
    if (!controller) return
    controller.close()
    gone()
    deps.hangUp()
  }

  function gone(): void {
    if (!controller) return
    controller = undefined
    onRead?.()
    deps.onGone()
  }
}

function textOf(message: StreamMessage): string {
  if ('signal' in message) return `id: ${message.id}\nevent: ${message.signal}\ndata: {}\n\n`
  const { id, event } = message
  return `id: ${id}\nevent: ${event.kind}\ndata: ${JSON.stringify(event)}\n\n`
}

function endOf(code: ErrorCode): string {
  return `event: end\ndata: ${JSON.stringify({ code })}\n\n`
}
