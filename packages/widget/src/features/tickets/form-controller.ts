import type { Ticket, TicketKind, TicketPrefill } from '@waypost/sdk/contract'
import type { CSSResult, ReactiveControllerHost } from 'lit'
import { listenWhileConnected } from '../../foundation/listen-while-connected.js'
import { newKey } from '../../foundation/new-key.js'
import type { PanelContext } from '../../foundation/panel-context.js'
import { asksMore } from './asks-more.js'
import type { CheckedForm, FormFaults, FormName } from './check-form.js'
import type { SiteForm } from './fields/create-site-form.js'
import type { Trouble } from './form-answer.js'
import type { QueuedTicket } from './form-queue.js'
import type { FormSide } from './form-side.js'
import { type FormWords, isBlank, noWords, prefilled } from './form-words.js'
import { KeptForm } from './kept-form.js'
import { type KnownRequester, knownRequester } from './known-requester.js'
import type * as Later from './once-writing.js'
import type * as About from './render-kinds.js'
import { WaitingController } from './waiting-controller.js'

/** How long until what could not be fetched is asked for again: milliseconds. */
const AGAIN = 3_000

/** Those that we have words for: a server may be newer than we are. */
const KINDS = /^(question|problem|order|feedback|complaint|callback)$/

/** The form: what comes to its words as it is wanted, and how they go out, once, whatever happens. */
export class FormController extends KeptForm implements CheckedForm, FormSide {
  faults: FormFaults = {}
  sending = false
  trouble: Trouble | undefined
  /** What came of it. */
  ticket: Ticket | undefined
  /** How many tries to send have ended, be it well or not. */
  tries = 0
  /** Whom we know; `null` is asked for name and address, `undefined` is not known yet. */
  requester: KnownRequester | null | undefined
  /** The server wants to know whom to answer, whoever we know. */
  isAsked = false
  /** What is wanted once somebody writes; missing until it has come. */
  later: typeof Later | undefined
  /** What letters are about, where a site says more than one thing; missing until it has come. */
  about: typeof About | undefined
  /** What the site asks besides; missing where it asks nothing, and until it has come. */
  site: SiteForm | undefined
  /** Looks of what has come besides. */
  styles: CSSResult[] = []
  /** What the host put in last. */
  given: TicketPrefill | undefined
  /** What was sent and has not gone. */
  readonly waiting: WaitingController
  #known: Promise<void> | undefined

  constructor(host: ReactiveControllerHost, panel: () => PanelContext) {
    super(host, panel)
    listenWhileConnected(host, {
      online: () => {
        if (this.trouble?.why === 'no-network') void this.send()
      },
    })
    this.waiting = new WaitingController(host, {
      panel,
      fetchLater: () => this.fetchLater(),
      isFree: () => isBlank(this.words) && !this.sending,
      arrived: (ticket) => this.#arrived(ticket),
      turned: () => this.#set({ tries: this.tries + 1 }),
      takenBack: (item) => {
        const later = this.later as typeof Later
        this.#restore(item, later)
        if (item.state === 'failed') this.#set(later.refusalOf(item.why, this.site?.names()))
      },
    })
  }

  get kinds(): readonly TicketKind[] {
    const { kinds = [] } = this.panel().settings?.form ?? {}
    return kinds.filter((kind) => KINDS.test(kind))
  }

  get kind(): TicketKind {
    const { kinds } = this
    return this.words.kind || kinds.find((kind) => kind === 'question') || kinds[0] || 'question'
  }

  /** Begins with what was kept, or anew after what was sent; then with what the host knows. */
  open(prefill: TicketPrefill | undefined): void {
    if (!this.draft || this.ticket) this.begin()
    this.#set({ words: this.#filled(prefill, this.given), given: prefill })
    this.waiting.isShown = false
    void this.fetchSite()
    void this.waiting.meet()
    // Words that stand here can be sent as they are: what goes along is to be seen before.
    if (!isBlank(this.words) || this.other) void this.fetchLater().then(() => this.redraw())
  }

  #filled(prefill: TicketPrefill | undefined, earlier?: TicketPrefill): FormWords {
    const words = prefilled(this.words, prefill, earlier)
    return this.site?.prefilled(words, prefill, earlier) ?? words
  }

  /** Nobody is to fill in half a form. */
  get awaitsSite(): boolean {
    return !this.site && asksMore(this.panel(), this.given)
  }

  /** Asked for with the form, and again whenever somebody goes on with it; in the panel's language. */
  async fetchSite(): Promise<void> {
    void this.#fetchKinds()
    if (!asksMore(this.panel(), this.given)) return
    try {
      const { loadSiteForm, siteStyles } = await import('./fields/site-form.js')
      const isNew = !this.site
      this.site = await loadSiteForm(this, this.panel, this.site)
      if (isNew) this.wear(siteStyles)
      this.#set(isNew ? { words: this.#filled(this.given) } : {})
    } catch {
      // The form is not whole without, and says so when it is to be sent.
    }
  }

  async #fetchKinds(): Promise<void> {
    if (this.about || (this.kinds.length < 2 && this.kind === 'question')) return
    try {
      const about = await import('./render-kinds.js')
      this.panel().translator.learn(about.english)
      this.#set({ about })
    } catch {
      // It goes out as the first of them.
    }
  }

  /** What was taken back stands in the form again. */
  #restore(item: QueuedTicket, { takeBack }: typeof Later): void {
    const { words, unsent } = takeBack(item, this)
    this.replace({ ...noWords, ...words }, unsent)
  }

  protected override begin(): void {
    this.ticket = undefined
    super.begin()
    this.#known = this.#meet()
  }

  protected get isLeaving(): boolean {
    return this.sending || this.ticket !== undefined
  }

  /** A field that was left: what has been mended in it is no fault any more. */
  recheck(field: FormName): void {
    const { [field]: fault, ...faults } = this.faults
    if (fault && !this.#check()[field]) this.#set({ faults })
  }

  wear(styles: CSSResult[]): void {
    if (!styles.every((each) => this.styles.includes(each)))
      this.styles = [...this.styles, ...styles]
  }

  override startOver(from?: 'started-over' | 'answered'): void {
    this.trouble = undefined
    this.faults = {}
    super.startOver(from)
  }

  /** Asked for as soon as somebody writes, so that it is there when they have written. */
  async fetchLater(): Promise<typeof Later | undefined> {
    try {
      this.later ??= await import('./once-writing.js')
      this.panel().translator.learn(this.later.english)
      this.wear([this.later.onceWriting])
      // By the time they have written, there may be no network to fetch it.
      await this.panel().outbox()
    } catch {
      // Asked for again with the next letter.
    }
    return this.later
  }

  /** Sends what stands here, or says what is missing. Calling it twice sends once. */
  async send(): Promise<void> {
    if (this.sending) return
    this.#set({ sending: true, trouble: undefined, restored: undefined })
    const isFirst = !this.unsent
    // In the same moment as the press: the page may go before anything has come.
    if (isFirst && !isBlank(this.words)) this.keep({ key: newKey(), tried: [] })
    if (this.requester === null && !this.words.email.trim()) this.#known = this.#meet()
    const [later] = await Promise.all([this.fetchLater(), this.fetchSite(), this.#known])
    if (later && !this.awaitsSite && (await this.site?.settled()) !== false) {
      this.#set({ faults: this.#check() })
      if (Object.keys(this.faults).length === 0) await this.#deliver(later)
      else if (isFirst) this.keep(undefined)
    } else this.#set({ trouble: { why: navigator.onLine ? 'unreachable' : 'no-network' } })
    this.#set({ sending: false, tries: this.tries + 1 })
    if (this.trouble?.why === 'unreachable') void this.#sendLater(this.words)
  }

  /** What sends could not be had: words that nobody has touched since go out once it can. */
  async #sendLater(words: FormWords): Promise<void> {
    await new Promise((later) => setTimeout(later, AGAIN))
    const later = await this.fetchLater()
    const isToGo = await later?.isToGo(words, {
      form: this,
      host: this.host,
      panel: this.panel(),
      unsent: this.unsent,
      draft: this.draft,
    })
    if (isToGo) void this.send()
    else if (isToGo !== false) void this.#sendLater(words)
  }

  async #deliver(later: typeof Later): Promise<void> {
    const panel = this.panel()
    this.replace({ ...this.words, kind: this.kind }, this.unsent)
    const answer = await later.sendForm(this.words, {
      panel,
      asksContact: this.requester === null,
      site: this.site,
      queue: this.waiting.queueOf(later),
      unsent: this.unsent,
      keep: (sending) => this.keep(sending),
      left: this.left,
    })
    const { ticket, waits, failed, faults = {}, trouble } = answer
    if (ticket) this.#arrived(ticket)
    if (waits) {
      this.#set({ words: noWords, kept: false })
      this.waiting.isShown = this.waiting.items.length > 0
    }
    if (failed) this.#restore(failed, later)
    if (faults.email || faults.name) this.#set({ requester: null, isAsked: true })
    this.#set({ faults: this.site?.refused(faults) ?? faults, trouble })
  }

  #check(): FormFaults {
    const faults = this.later?.checkForm(this.words, this.requester === null)
    return { ...faults, ...this.site?.faults() }
  }

  #arrived(ticket: Ticket): void {
    this.#set({ ticket, words: noWords, tries: this.tries + 1 })
  }

  async #meet(): Promise<void> {
    const panel = this.panel()
    // The host may have been asked in vain before: any call asks it again.
    if (this.requester === null) await panel.client.tickets.list({ limit: 1 }).catch(() => {})
    const requester = await knownRequester(panel)
    if (!this.requester && !this.isAsked) this.#set({ requester })
  }

  #set(change: Partial<FormController>): void {
    Object.assign(this, change)
    this.redraw()
  }
}
