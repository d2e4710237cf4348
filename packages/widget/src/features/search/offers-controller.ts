import type { Client } from '@waypost/sdk/client'
import type { Collection, SearchHit } from '@waypost/sdk/contract'
import type { ReactiveControllerHost } from 'lit'
import { LoadController } from '../../foundation/load-controller.js'
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
  /** What stands in a collection that was picked takes the place of what many read, once it is there. */
  readonly opened: LoadController<{ topic: Collection; items: readonly SearchHit[] }>

  /** The last pick counts. */
  #wanted: Collection | undefined
  #often: readonly SearchHit[] = []
  #topics: readonly Collection[] = []
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
    this.opened = new LoadController(host, async (signal) => {
      const topic = this.#wanted as Collection
      const { items } = await client().articles.list({
        locale: topic.locale,
        collection: topic.id,
        limit: OF_TOPIC,
        signal,
      })
      return { topic, items: items.map(({ id, ...rest }) => asHit({ ...rest, articleId: id })) }
    })
  }

  get items(): readonly SearchHit[] {
    return this.opened.value?.items ?? this.#often
  }

  get picks(): readonly Pick[] {
    return this.#topics.map((topic) => {
      const picked = topic === this.opened.value?.topic
      const pick = () => {
        this.#wanted = topic
        if (picked) this.opened.forget()
        else void this.opened.run()
      }
      return { title: topic.title, picked, pick }
    })
  }

  async fetch(signal: AbortSignal): Promise<void> {
    this.opened.forget()
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
}
