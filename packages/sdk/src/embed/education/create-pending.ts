import type { createEducation } from '../../client/education.js'
import type { WaypostError } from '../../contract/errors.js'
import type { Keep } from '../../contract/panel.js'
import type { ContentChange, Progress, StepChange } from '../../contract/progress.js'

/** What somebody has done and the server has not heard. */
export type Change = { key: string; at: string; contentId: string } & (
  | { stepId: string; body: StepChange }
  | { stepId?: undefined; body: ContentChange }
)

export interface PendingDeps {
  keep: Keep
  progress: ReturnType<typeof createEducation>['progress']
  /** In which it is read, for the team's counts. */
  locale(): string
  /** The server has heard of one, and says how far that is. */
  told(progress: Progress): void
}

const KEY = 'education:pending'
/** Milliseconds until the next try where the server does not answer. */
const REST = 30_000
/** The content is gone, or not for them, or what was said of it is none: no other try can mend that. */
const FINAL = [400, 403, 404, 413, 414, 422]

/**
 * What waits to be told to the server, kept per person, so that it outlives page and connection. Each
 * has a key of its own: however many tabs send it, it is done once.
 */
export function createPending({ keep, progress, locale, told }: PendingDeps) {
  let isSending = false
  let timer: ReturnType<typeof setTimeout> | undefined

  function list(): Change[] {
    try {
      return JSON.parse(keep.get(KEY) ?? '[]')
    } catch {
      return []
    }
  }
  const write = (changes: Change[]) =>
    keep.set(KEY, changes.length > 0 ? JSON.stringify(changes) : null)

  async function send(): Promise<void> {
    if (isSending) return
    isSending = true
    clearTimeout(timer)
    try {
      for (let [first] = list(); first; [first] = list()) await sendOne(first)
    } catch {
      timer = setTimeout(send, REST)
    } finally {
      isSending = false
    }
  }

  /** Throws where it is to be tried again. */
  async function sendOne({ key, contentId, ...change }: Change): Promise<void> {
    const options = { idempotencyKey: key, locale: locale() }
    let answer: Progress | undefined
    try {
      answer =
        change.stepId === undefined
          ? await progress.set(contentId, change.body, options)
          : await progress.setStep(contentId, change.stepId, change.body, options)
    } catch (error) {
      if (!FINAL.includes((error as WaypostError).status)) throw error
    }
    drop(key)
    if (answer) told(answer)
  }
  const drop = (key: string) => write(list().filter((one) => one.key !== key))

  addEventListener('online', send)

  return {
    list,
    send: () => void send(),

    /** What says less than this one of the same thing has no need to go any more. */
    add(change: Change): void {
      const { contentId, stepId, body } = change
      const isOver = (one: Change) =>
        one.contentId === contentId &&
        (one.stepId === stepId || body.state === 'restarted') &&
        // These count each.
        ![one.body.state, body.state].includes('shown') &&
        one.body.state !== 'restarted'
      write([...list().filter((one) => !isOver(one)), change])
      void send()
    },

    end(): void {
      clearTimeout(timer)
      removeEventListener('online', send)
    },
  }
}
