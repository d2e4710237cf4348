import type { Article, NewVote, VoteReason } from '@waypost/sdk/contract'
import type { PanelContext } from '../../foundation/panel-context.js'

export interface VoteDeps {
  article: Article
  panel: Pick<PanelContext, 'client' | 'emit' | 'keep'>
  /** Called after each change. */
  changed: () => void
}

/** What a reader answers: whether an article helped and, where it did not, why. */
export function createVote({
  article: { id, locale },
  panel: { client, emit, keep },
  changed,
}: VoteDeps) {
  let voteId: string | undefined
  let repeat = () => {}
  let sending: Promise<void> = Promise.resolve()

  const vote = {
    stage: 'why' as 'why' | 'thanked',
    helpful: false,
    reason: undefined as VoteReason | undefined,
    comment: '',
    /** The last answer did not arrive. */
    failed: false,
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
        const isFirst = !voteId
        const whole = { ...said, ...(voteId && { voteId }) }
        voteId = (await client.articles.vote(id, whole, { locale })).id
        if (isFirst) emit('article:voted', { articleId: id, locale, helpful: said.helpful })
        if (explains) vote.stage = 'thanked'
      } catch {
        vote.failed = true
      }
      if (explains) vote.busy = false
      changed()
    })
  }

  return vote
}

export type Vote = ReturnType<typeof createVote>
