import type { Article, NewVote, Outbox, VoteReason } from '@waypost/sdk/contract'
import { newKey } from '../../foundation/new-key.js'
import type { PanelContext } from '../../foundation/panel-context.js'

/** Milliseconds in which another tab that has sent something has also said so. */
const WORD = 1_000

export interface VoteDeps {
  article: Article
  panel: Pick<PanelContext, 'keep' | 'outbox'>
  /** Called after each change. */
  changed: () => void
}

/** What a reader answers: whether an article helped and, where it did not, why. */
export function createVote({
  article: { id, locale },
  panel: { keep, outbox },
  changed,
}: VoteDeps) {
  /** What the first answer is called, and its vote once it has arrived. */
  let first: string | undefined
  let voteId: string | undefined
  let repeat = () => {}
  /** What is typed is kept under: who goes elsewhere has it again. */
  const name = `vote:${id}`
  let sending: Promise<void> = Promise.resolve()

  const vote = {
    stage: 'why' as 'why' | 'thanked',
    helpful: false,
    reason: undefined as VoteReason | undefined,
    comment: keep.get(name) ?? '',
    /** The last answer did not arrive. */
    failed: false,
    /** The last answer goes by itself, once that is possible. */
    waits: false,
    /** The reason is on its way. */
    busy: false,

    /** Counts at the first tap. */
    answer(helpful: boolean): void {
      vote.helpful = helpful
      if (helpful) vote.stage = 'thanked'
      send({ helpful })
    },

    choose(reason: VoteReason): void {
      vote.reason = reason
      changed()
    },

    write(comment: string): void {
      vote.comment = comment
      keep.set(name, comment || null)
    },

    /** Nothing of it is required. */
    explain(): void {
      const { reason } = vote
      const comment = vote.comment.trim()
      const why = { ...(reason && { reason }), ...(comment && { comment }) }
      if (reason || comment) send({ helpful: false, ...why }, true)
      else {
        vote.stage = 'thanked'
        changed()
      }
    },

    /** Where they came here from a question: whether it is answered. */
    renderAnswered: () => vote.helpful && keep.asking?.(id, changed),

    /** The last answer once more. */
    again: (): void => repeat(),
  }

  /** One after the other, so that a reason finds the vote that it belongs to. */
  function send(said: NewVote, explains = false): void {
    repeat = () => send(said, explains)
    vote.busy = explains
    vote.failed = false
    changed()
    sending = sending.then(async () => {
      try {
        vote.waits = await hasToWait(said)
        if (explains) {
          vote.stage = 'thanked'
          keep.set(name, null)
        }
      } catch {
        vote.failed = true
      }
      if (explains) vote.busy = false
      changed()
    })
  }

  /** Resolves when it has arrived, or waits. */
  async function hasToWait(said: NewVote): Promise<boolean> {
    const box = await outbox()
    const key = newKey()
    const known = whenKnown(box, key)
    const body = { ...said, ...(voteId && { voteId }) }
    const after = first && !voteId ? { after: first } : {}
    await box.add({ kind: 'vote', key, articleId: id, locale, body, ...after }).catch(known.fail)
    first ??= key
    return known.waits
  }

  /** What waits is heard of until it has gone, however long that takes. */
  function whenKnown(box: Outbox, key: string) {
    let fail = (_?: unknown) => {}
    let isQueued = false
    const waits = new Promise<boolean>((resolve, reject) => {
      const leave = box.listen((sent) => {
        const item = box.list().find((one) => one.key === key)
        isQueued ||= Boolean(item)
        // Others come and go before it stands there.
        if (!isQueued) return
        if (item) {
          if (item.state === 'waiting' && (item.tries > 0 || !navigator.onLine)) resolve(true)
          return
        }
        // Whether another tab has sent it is said a moment later.
        if (sent?.key !== key) return void setTimeout(fail, WORD)
        leave()
        voteId = sent.answer.id
        vote.waits = false
        resolve(false)
        changed()
      })
      fail = (error) => {
        leave()
        reject(error)
      }
    })
    return { waits, fail }
  }

  return vote
}

export type Vote = ReturnType<typeof createVote>
