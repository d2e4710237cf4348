import type { Article, NewVote, VoteReason } from '@waypost/sdk/contract'
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { PanelContext } from '../../foundation/panel-context.js'

/** Asks whether an article helped and, where it did not, why. The answer counts at the first tap. */
export class VoteController implements ReactiveController {
  stage: 'asked' | 'why' | 'thanked' = 'asked'
  helpful: boolean | undefined
  reason: VoteReason | undefined
  comment = ''
  /** The last answer did not arrive. */
  failed = false
  busy = false

  #voteId: string | undefined
  #article: Article | undefined
  #sending: Promise<void> = Promise.resolve()
  readonly #host: ReactiveControllerHost
  readonly #panel: () => PanelContext

  constructor(host: ReactiveControllerHost, panel: () => PanelContext) {
    this.#host = host
    this.#panel = panel
    host.addController(this)
  }

  hostConnected(): void {}

  /** About this article; what was said about another is forgotten. */
  begin(article: Article): void {
    if (article.id === this.#article?.id && article.locale === this.#article.locale) return
    this.#article = article
    this.#voteId = this.helpful = this.reason = undefined
    this.comment = ''
    this.#set('asked')
  }

  answer(helpful: boolean): void {
    this.helpful = helpful
    this.#set(helpful ? 'thanked' : 'why')
    this.#send({ helpful }, true)
  }

  choose(reason: VoteReason): void {
    this.reason = reason
    this.#host.requestUpdate()
  }

  async explain(): Promise<void> {
    const comment = this.comment.trim()
    if (!this.reason && !comment) return this.#set('thanked')
    this.busy = true
    this.#host.requestUpdate()
    this.#send({
      helpful: false,
      ...(this.reason && { reason: this.reason }),
      ...(comment && { comment }),
    })
    await this.#sending
    this.busy = false
    this.#set(this.failed ? 'why' : 'thanked')
  }

  /** One after the other, so that a reason finds the vote that it belongs to. */
  #send(vote: NewVote, isFirst = false): void {
    const article = this.#article
    const { client, emit } = this.#panel()
    if (!article) return
    const { id, locale } = article
    this.failed = false
    this.#sending = this.#sending.then(async () => {
      try {
        const voteId = this.#voteId
        const { id: given } = await client.articles.vote(
          id,
          { ...vote, ...(voteId && { voteId }) },
          { locale },
        )
        if (article !== this.#article) return
        this.#voteId = given
        if (isFirst) emit('article:voted', { articleId: id, locale, helpful: vote.helpful })
      } catch {
        this.failed = article === this.#article
      }
      this.#host.requestUpdate()
    })
  }

  /** The last answer once more. */
  readonly again = (): void => {
    if (this.helpful !== undefined) this.#send({ helpful: this.helpful }, !this.#voteId)
    this.#host.requestUpdate()
  }

  #set(stage: VoteController['stage']): void {
    this.stage = stage
    this.#host.requestUpdate()
  }
}
