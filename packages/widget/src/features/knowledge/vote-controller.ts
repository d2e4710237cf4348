import type { Article } from '@waypost/sdk/contract'
import { nothing, type ReactiveControllerHost } from 'lit'
import type { PanelContext } from '../../foundation/panel-context.js'
import type * as Later from './article-later.js'
import { renderHelped, renderUnsaid } from './render-helped.js'
import type { Ask } from './render-vote.js'
import type { Vote } from './vote.js'

export interface VoteControllerDeps {
  panel: () => PanelContext
  fetchLater: () => Promise<typeof Later | undefined>
}

/** Asks whether an article helped. All that follows comes once somebody is about to answer. */
export class VoteController {
  #article: Article | undefined
  #vote: Vote | undefined
  #later: typeof Later | undefined
  /** What was answered, while what follows is on its way or could not be had. */
  #given: boolean | undefined
  #failed = false
  readonly #host: ReactiveControllerHost
  readonly #deps: VoteControllerDeps

  constructor(host: ReactiveControllerHost, deps: VoteControllerDeps) {
    this.#host = host
    this.#deps = deps
  }

  /** What stands under the article by now; nothing before the first answer. */
  get stage(): Vote['stage'] | 'failed' | undefined {
    return this.#failed || this.#vote?.failed ? 'failed' : this.#vote?.stage
  }

  /** About this article; what was said about another is forgotten. */
  begin(article: Article): void {
    const { id, locale } = this.#article ?? {}
    if (article.id === id && article.locale === locale) return
    this.#article = article
    this.#set(undefined, undefined)
  }

  readonly #give = async (helpful: boolean): Promise<void> => {
    const article = this.#article
    this.#set(undefined, helpful)
    const later = await this.#deps.fetchLater()
    // The reader went elsewhere meanwhile.
    if (!article || article !== this.#article) return
    this.#later = later
    const changed = () => this.#host.requestUpdate()
    this.#set(later?.createVote({ article, panel: this.#deps.panel(), changed }), helpful, !later)
    this.#vote?.answer(helpful)
  }

  /** Under the article: what follows from an answer. */
  render(ask?: Ask) {
    const { translator } = this.#deps.panel()
    const vote = this.#vote
    if (vote && !vote.failed) return this.#later?.renderVote(vote, translator, ask)
    const again = vote?.again ?? (() => void this.#give(this.#given === true))
    return vote || this.#failed ? renderUnsaid(translator, again) : nothing
  }

  /** The page's foot: the question, and later a person. */
  renderFoot(ask?: Ask) {
    const { panel, fetchLater } = this.#deps
    const { translator } = panel()
    if (this.#vote) return this.#later?.renderStuck(this.#vote, translator, ask)
    const given = this.#failed ? undefined : this.#given
    return renderHelped({ given, give: this.#give, near: fetchLater }, translator)
  }

  #set(vote: Vote | undefined, given: boolean | undefined, failed = false): void {
    this.#vote = vote
    this.#given = given
    this.#failed = failed
    this.#host.requestUpdate()
  }
}
