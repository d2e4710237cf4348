import type { Client } from '@waypost/sdk/client'
import type { Collection, SearchHit } from '@waypost/sdk/contract'
import type { ReactiveControllerHost } from 'lit'
import { asHit } from './as-hit.js'
import type { Pick } from './render-picks.js'

export type Offer = (signal: AbortSignal) => Promise<readonly SearchHit[]>

const OFTEN = 3
const OF_TOPIC = 10

/**
 * What is offered where a search found nothing: what many read, and the collections to look through.
 * A kindness, not an answer: without it the page says all that it must.
 */
export class OffersController {
  /** The collection that is looked through, if one is. */
  topic: Collection | undefined

  #often: readonly SearchHit[] = []
  #topics: readonly Collection[] = []
  #articles: readonly SearchHit[] = []
  readonly #host: ReactiveControllerHost
  readonly #client: () => Client
  readonly #locale: () => string
  readonly #offer: Offer

  /** `offer` says what many read; what the server suggests, unless given. */
  constructor(
    host: ReactiveControllerHost,
    client: () => Client,
    locale: () => string,
    offer: Offer = async (signal) =>
      (await client().suggestions({ locale: locale(), signal })).items,
  ) {
    this.#host = host
    this.#client = client
    this.#locale = locale
    this.#offer = offer
  }

  get items(): readonly SearchHit[] {
    return this.topic ? this.#articles : this.#often
  }

  get picks(): readonly Pick[] {
    return this.#topics.map((topic) => ({
      title: topic.title,
      picked: topic.id === this.topic?.id,
      pick: () => void this.#pick(topic),
    }))
  }

  async fetch(signal: AbortSignal): Promise<void> {
    this.topic = undefined
    const topics = this.#client().collections.list({ locale: this.#locale(), signal })
    const [often, { items }] = await Promise.all([
      this.#offer(signal).catch(() => []),
      topics.catch(() => ({ items: [] })),
    ])
    if (signal.aborted) return
    this.#often = often.slice(0, OFTEN)
    this.#topics = items.filter(({ articleCount }) => articleCount > 0)
    this.#host.requestUpdate()
  }

  /** What stands in a topic takes the place of what many read, once it is there. */
  async #pick(topic: Collection): Promise<void> {
    const isPicked = topic.id === this.topic?.id
    if (isPicked) this.topic = undefined
    else {
      try {
        const { items } = await this.#client().articles.list({
          locale: topic.locale,
          collection: topic.id,
          limit: OF_TOPIC,
        })
        this.#articles = items.map(({ id, ...article }) => asHit({ ...article, articleId: id }))
        this.topic = topic
      } catch {
        return
      }
    }
    this.#host.requestUpdate()
  }
}
