import type { NewQueued, Outbox, Queued, Sent, Ticket } from '@waypost/sdk/contract'
import type { PanelContext } from '../../foundation/panel-context.js'

/** A question that was sent and has not gone. */
export type QueuedTicket = Extract<Queued, { kind: 'ticket' }>

/** Those that wait, as whoever draws them sees them. */
export interface WaitingQuestions {
  readonly items: readonly QueuedTicket[]
  /** Missing until it has been asked for: before, none are known. */
  readonly queue: FormQueue | undefined
  /** In place of the form, or not. */
  show(isShown: boolean): void
  /** Into the form again. */
  takeBack(item: QueuedTicket): void
}

/** What has become of a question so far: with neither it waits, and goes by itself. */
export interface Known {
  ticket?: Ticket
  /** Out of the outbox again. */
  failed?: QueuedTicket
}

/** Milliseconds in which another tab that has sent something has also said so. */
const WORD = 1_000
const nobody = () => {}

export type FormQueue = ReturnType<typeof createFormQueue>

/** The questions in the outbox, whichever form or tab they come from. */
export function createFormQueue(
  panel: () => PanelContext,
  changed: (ticket: Ticket | undefined) => void,
) {
  let outbox: Outbox | undefined
  let stop = nobody

  async function open(): Promise<Outbox> {
    outbox ??= await panel().outbox()
    if (stop === nobody) {
      stop = outbox.listen((sent) => changed(sent?.kind === 'ticket' ? sent.answer : undefined))
    }
    return outbox
  }

  const items = (): readonly QueuedTicket[] =>
    (outbox?.list() ?? []).filter((item) => item.kind === 'ticket')

  return {
    open,

    close(): void {
      stop()
      stop = nobody
    },

    /** The oldest first. */
    get items() {
      return items()
    },

    /** Whether they outlive the page. */
    get isLasting(): boolean {
      return outbox?.isLasting !== false
    },

    again: (key: string): void => outbox?.again(key),
    take: (key: string) => outbox?.take(key) as QueuedTicket | undefined,

    /** Resolves when it stands in the outbox. */
    async add(item: NewQueued): Promise<void> {
      await (await open()).add(item)
    },

    /** Resolves as soon as somebody can be told what becomes of it. */
    whenKnown(key: string): Promise<Known> {
      const box = outbox as Outbox
      return new Promise((resolve) => {
        let timer: number | undefined
        function end(known: Known): void {
          clearTimeout(timer)
          leave()
          resolve(known)
        }
        function look(sent?: Sent): void {
          const item = items().find((one) => one.key === key)
          if (sent?.key === key) end({ ticket: sent.answer as Ticket })
          else if (!item) timer ??= window.setTimeout(end, WORD, {})
          else if (item.state === 'failed') end({ failed: box.take(key) as QueuedTicket })
          else if (item.state === 'waiting' && (item.tries > 0 || !navigator.onLine)) end({})
        }
        const leave = box.listen(look)
        look()
      })
    },
  }
}
