import type { WaypostError } from '@waypost/sdk/client'
import type { Article } from '@waypost/sdk/contract'
import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { defineElement } from '../../foundation/define-element.js'
import { directionOf } from '../../foundation/direction.js'
import { LoadController } from '../../foundation/load-controller.js'
import type { PanelContext } from '../../foundation/panel-context.js'
import { sameLanguage } from '../../foundation/same-language.js'
import type { ArticleLinkEvent } from '../../ui/article-link-event.js'
import { fetchPart } from '../../ui/fetch-part.js'
import { fetchRarerBlocks } from '../../ui/fetch-rarer-blocks.js'
import { renderArticles } from '../../ui/render-articles.js'
import { renderTrouble } from '../../ui/render-trouble.js'
import { WaypostRichText } from '../../ui/rich-text.js'
import { rows } from '../../ui/rows.styles.js'
import { view } from '../../ui/view.styles.js'
import { NavigateEvent, TitledEvent } from '../../ui/view-events.js'
import type * as Later from './article-later.js'
import { article } from './article-view.styles.js'
import { listRelated, type Related } from './list-related.js'
import { ReadController } from './read-controller.js'
import { renderAbove, sayDate } from './render-above.js'
import { renderBones } from './render-bones.js'
import { renderContents } from './render-contents.js'
import type { Ask } from './render-vote.js'
import type * as ShowMe from './show-me.js'
import { VoteController } from './vote-controller.js'

defineElement('waypost-rich-text', WaypostRichText)

/** Articles that can be read again without a network. */
const MOST_SEEN = 50

export { enArticle as english } from '../../foundation/messages/en-article.js'
/** For the panel, which shows the page and knows its words. */
export { loadRarerBlocks as loadNext } from '../../ui/fetch-rarer-blocks.js'

/** One article, whether it helped, and what to read next. */
export class ArticleView extends LitElement {
  static override styles = [view, rows, article]
  static override properties = {
    panel: { attribute: false },
    articleId: { attribute: false },
    anchor: { attribute: false },
    passed: { state: true },
  }

  declare panel: PanelContext
  declare articleId: string
  /** A heading to begin at. */
  declare anchor: string | undefined
  /** The title has been scrolled out of sight. */
  declare protected passed: boolean

  /** Not by a tag in the template: its name may be a stranger's. */
  readonly #text = new WaypostRichText()
  #seen: Article | undefined
  readonly #sight = new IntersectionObserver(([entry]) => {
    if (entry) this.passed = !entry.isIntersecting
  })
  readonly #article = new LoadController<Article>(this, (signal) => this.#load(signal))
  readonly #related = new LoadController<Related>(this, (signal) =>
    listRelated(this.panel, this.#article.value as Article, signal),
  )
  /** What few come to; missing until it has come. */
  #later: typeof Later | undefined
  readonly #fetchLater = async () =>
    (this.#later ??= await fetchPart(this, import('./article-later.js')))
  /** Missing until an article has come that a tour shows. */
  #showMe: ReturnType<typeof ShowMe.createShowMe> | undefined
  readonly #vote = new VoteController(this, {
    panel: () => this.panel,
    fetchLater: this.#fetchLater,
  })
  readonly #read = new ReadController(this, () => this.panel)
  #stage: VoteController['stage']

  constructor() {
    super()
    this.articleId = ''
    this.passed = false
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#sight.disconnect()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const other = changed.has('articleId')
    const locale = changed.has('panel') && changed.get('panel')?.locale !== this.panel.locale
    if (other) this.#article.forget()
    if (other || locale) void this.#article.run()
    this.#takeSeen()
  }

  /** What was read before can be read without a network. */
  #takeSeen(): void {
    const { value, trouble } = this.#article
    const isAway = trouble === 'no-network' || trouble === 'offline'
    if (isAway && !value) this.#article.value = this.panel.keep.seen?.get(this.#name)
  }

  get #name(): string {
    return `${this.panel.locale} ${this.articleId}`
  }

  #keepSeen(article: Article): void {
    const { keep } = this.panel
    keep.seen ??= new Map()
    const { seen } = keep
    seen.delete(this.#name)
    seen.set(this.#name, article)
    const [oldest = ''] = seen.keys()
    if (seen.size > MOST_SEEN) seen.delete(oldest)
  }

  protected override updated(changed: PropertyValues<this>): void {
    const { value } = this.#article
    if (value && value !== this.#seen) void this.#show(value)
    else if (changed.has('anchor') && value) this.#goTo(this.anchor)
    this.#title()
    if (this.#stage !== this.#vote.stage) this.#lookAtVote()
  }

  async #load(signal: AbortSignal): Promise<Article> {
    const { client, locale } = this.panel
    try {
      const article = await client.articles.get(this.articleId, { locale, signal })
      if (!signal.aborted) this.#keepSeen(article)
      await Promise.all([
        fetchRarerBlocks(article.body, this.panel.translator),
        article.tour && this.#fetchShowMe(),
      ])
      return article
    } catch (error) {
      if ((error as WaypostError).code === 'not_found') await this.#fetchLater()
      throw error
    }
  }

  async #fetchShowMe(): Promise<void> {
    if (!this.panel.education || this.#showMe) return
    this.#showMe = (await fetchPart(this, import('./show-me.js')))?.createShowMe(this)
  }

  async #show(article: Article): Promise<void> {
    const isOther = article.id !== this.#seen?.id
    this.#seen = article
    this.#vote.begin(article)
    this.#read.begin(article)
    void this.#related.run()
    this.#sight.disconnect()
    const heading = this.renderRoot.querySelector('h1')
    if (heading) this.#sight.observe(heading)
    if (isOther) {
      const { emit, keep } = this.panel
      emit('article:viewed', { articleId: article.id, locale: article.locale })
      keep.read ??= new Map()
      keep.read.delete(article.id)
      keep.read.set(article.id, article.title)
      await this.#text.updateComplete
      this.#goTo(this.anchor)
    }
  }

  #said = ''

  /** The head says where one is: on which shelf, and, further down, in which article. */
  #title(): void {
    const { value } = this.#article
    const title = this.passed ? (value?.title ?? '') : ''
    const subtitle = title ? '' : (this.#related.value?.collection ?? '')
    const said = [value?.id, title, subtitle].join('\n')
    if (said === this.#said) return
    this.#said = said
    this.dispatchEvent(new TitledEvent(title, subtitle))
  }

  #goTo(anchor: string | undefined): void {
    if (anchor) this.#text.goTo(anchor)
  }

  #followed(event: ArticleLinkEvent): void {
    event.preventDefault()
    this.#open(event.articleId, event.anchor)
  }

  readonly #open = (articleId: string, anchor?: string): void => {
    const here = articleId === this.articleId
    if (here) this.#goTo(anchor)
    else
      this.dispatchEvent(
        new NavigateEvent({ view: 'article', articleId, ...(anchor && { anchor }) }),
      )
  }

  readonly #search = (): void => {
    this.dispatchEvent(new NavigateEvent({ view: 'search' }))
  }

  readonly #ask: Ask = (message) => {
    this.dispatchEvent(
      new NavigateEvent({ view: 'form', ...(message && { prefill: { message } }) }),
    )
  }

  /** Brings what follows an answer to where the person looks. */
  #lookAtVote(): void {
    this.#stage = this.#vote.stage
    const place = this.renderRoot.querySelector<HTMLElement>('.why, .end .notice')
    place?.scrollIntoView({ block: 'nearest' })
    const first = place?.querySelector<HTMLElement>('input, button') ?? place
    first?.focus({ preventScroll: true })
  }

  protected override render() {
    const { value, trouble, slow } = this.#article
    const { translator, canAsk } = this.panel
    const ask = canAsk === false ? undefined : this.#ask
    if (value) return this.#renderArticle(value, ask)
    if (trouble === 'not_found' && this.#later) {
      return this.#later.renderGone(translator, this.#search, ask)
    }
    if (trouble) {
      return html`<div class="body">${renderTrouble(trouble, translator, this.#article.run)}</div>`
    }
    return slow ? renderBones(translator) : nothing
  }

  #renderArticle(value: Article, ask?: Ask) {
    const { translator, baseUrl } = this.panel
    const { t } = translator
    const isForeign = !sameLanguage(value.locale, translator.locale)
    const lang = isForeign ? value.locale : nothing
    const dir = isForeign ? directionOf(value.locale) : nothing
    return html`${renderAbove(value, this.panel, this.#article.trouble !== undefined)}
      <article class="body" tabindex="0" aria-labelledby="title">
        <h1 id="title" tabindex="-1" lang=${lang} dir=${dir}>${value.title}</h1>
        <p class="meta small quiet">${t('article.updated', { date: sayDate(value, this.panel) })}</p>
        ${
          value.summary
            ? html`<p class="lead" lang=${lang} dir=${dir}>${value.summary}</p>`
            : nothing
        }
        ${value.tour && this.#showMe?.render(value.tour)}
        ${renderContents(value.body, translator, (anchor) => this.#goTo(anchor))}
        <div class="text" lang=${lang} dir=${dir} @waypost-article-followed=${this.#followed}>
          ${Object.assign(this.#text, { content: value.body, baseUrl, translator })}
        </div>
        <div class="end">
          ${this.#vote.render(ask)}
          ${renderArticles('next', t('article.next'), this.#related.value?.items ?? [], this.panel)}
        </div>
      </article>
      ${this.#vote.renderFoot(ask)}`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'waypost-article-view': ArticleView
  }
}
