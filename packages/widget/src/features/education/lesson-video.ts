import type { Video } from '@waypost/sdk/contract'
import { html, LitElement, nothing } from 'lit'
import type { PanelContext } from '../../foundation/panel-context.js'
import { safeHref } from '../../foundation/safe-href.js'
import { sameLanguage } from '../../foundation/same-language.js'
import { timeLocale } from '../../foundation/when.js'
import { base } from '../../ui/base.styles.js'
import { button } from '../../ui/button.styles.js'
import { contours } from '../../ui/contours.js'
import { contoursStyles } from '../../ui/contours.styles.js'
import { notice } from '../../ui/notice.styles.js'
import { infoIcon, playIcon } from '../../ui/page-icons.js'
import { WaypostRichText } from '../../ui/rich-text.js'
import { lessonVideo } from './lesson-video.styles.js'
import { inFigures, inWords } from './play-time.js'

/** What a browser plays by itself; anything else is a page of somebody. */
const FILE = /[.](mp4|m4v|webm|ogv|mov)([?#]|$)/i

/**
 * The video of a lesson, by the browser's own player. Nothing is asked of anybody before somebody
 * plays it; of a site that is neither the page nor the help centre not even its picture.
 *
 * @summary The video of a lesson.
 */
export class LessonVideo extends LitElement {
  static override styles = [base, button, notice, contoursStyles, lessonVideo]
  static override properties = {
    panel: { attribute: false },
    video: { attribute: false },
    name: { attribute: false },
  }

  declare panel: PanelContext
  declare video: Video
  /** What it is about. */
  declare name: string

  #isAsked = false
  /** Its captions may be read from elsewhere only where that site allows it, and so may it. */
  #isPlain = false
  #hasFailed = false
  #second = 0
  readonly #text = new WaypostRichText()

  get #player(): HTMLVideoElement | null {
    return this.renderRoot.querySelector('video')
  }

  readonly #play = async (from = 0): Promise<void> => {
    this.#isAsked = true
    // It may have been the network: all of it is tried once more.
    if (this.#hasFailed) this.#hasFailed = this.#isPlain = false
    this.requestUpdate()
    await this.updateComplete
    const player = this.#player
    if (!player) return
    player.focus()
    if (from > 0 || player.currentTime > 0) player.currentTime = from
    await player.play().catch(() => {})
  }

  readonly #failed = async (): Promise<void> => {
    const { captions } = this.video
    const again = !this.#isPlain && captions.length > 0
    this.#isPlain = true
    this.#hasFailed = !again
    this.requestUpdate()
    await this.updateComplete
    if (!again) return
    this.#player?.load()
    await this.#player?.play().catch(() => {})
  }

  readonly #moved = ({ target }: Event): void => {
    const second = Math.floor((target as HTMLVideoElement).currentTime)
    if (second === this.#second) return
    this.#second = second
    this.requestUpdate()
  }

  #href(url: string): string | undefined {
    const href = safeHref(url, this.panel.baseUrl)
    return href?.startsWith('http') ? href : undefined
  }

  #isFile(href: string): boolean {
    return this.video.type?.startsWith('video/') || FILE.test(href)
  }

  /** Whose it is, where that is neither the page's nor the help centre's. */
  #strangerOf(href: string): string {
    const { origin, host } = new URL(href)
    const known = [location.origin, new URL(this.panel.baseUrl, location.href).origin]
    return known.includes(origin) ? '' : host.replace(/^www[.]/, '')
  }

  protected override render() {
    if (!this.panel || !this.video) return nothing
    const href = this.#href(this.video.url)
    if (!href) return nothing
    return html`${this.#isAsked && !this.#hasFailed ? this.#renderPlayer(href) : this.#renderStage(href)}
    ${this.#hasFailed ? this.#renderFailed(href) : nothing} ${this.#renderChapters(href)}
    ${this.#renderTranscript()}`
  }

  #renderStage(href: string) {
    const { t } = this.panel.translator
    const { seconds, captions, poster } = this.video
    const site = this.#strangerOf(href)
    const picture = poster && this.#href(poster)
    const isOurs = picture && !this.#strangerOf(picture)
    const label = seconds
      ? t('lesson.play', { time: inWords(seconds, timeLocale(this.panel)) })
      : t('lesson.play-some')
    return html`<div class="stage">
        ${isOurs ? html`<img src=${picture} alt="" loading="lazy" @error=${hide} />` : contours}
        ${
          this.#isFile(href)
            ? html`<button class="play" type="button" aria-label=${label} @click=${() => void this.#play()}>
                ${playIcon}
              </button>`
            : html`<a
                class="play"
                href=${href}
                target="_blank"
                rel="noopener noreferrer"
                aria-label=${label}
                >${playIcon}</a
              >`
        }
        <span class="chip" aria-hidden=${seconds ? 'true' : nothing}
          >${[seconds ? inFigures(seconds) : '', captions.length > 0 ? t('lesson.captions') : '']
            .filter(Boolean)
            .join(' · ')}</span
        >
      </div>
      ${site ? html`<p class="small quiet">${t('lesson.elsewhere', { site })}</p>` : nothing}`
  }

  #renderPlayer(href: string) {
    const { captions, poster } = this.video
    const own = captions.find(({ locale }) => sameLanguage(locale, this.panel.locale))
    const picture = poster && this.#href(poster)
    const tracks = this.#isPlain
      ? []
      : captions.flatMap(({ url, ...caption }) => {
          const src = this.#href(url)
          return src ? [{ ...caption, src }] : []
        })
    const isElsewhere = tracks.some(({ src }) => new URL(src).origin !== location.origin)
    return html`<video
      controls
      playsinline
      preload="metadata"
      src=${href}
      poster=${picture || nothing}
      crossorigin=${isElsewhere ? 'anonymous' : nothing}
      aria-label=${this.panel.translator.t('lesson.video', { title: this.name })}
      @error=${this.#failed}
      @timeupdate=${this.#moved}
    >
      ${tracks.map(
        ({ locale, label, src }) => html`<track
          kind="captions"
          srclang=${locale}
          label=${label}
          src=${src}
          ?default=${locale === own?.locale}
        />`,
      )}
    </video>`
  }

  #renderFailed(href: string) {
    const { t } = this.panel.translator
    return html`<div class="notice warn" role="alert">
      ${infoIcon}
      <div>
        ${t('lesson.unplayable')}
        <a href=${href} target="_blank" rel="noopener noreferrer">${t('lesson.open-video')}</a>
      </div>
    </div>`
  }

  /** Of what another site plays they are to be read alone. */
  #renderChapters(href: string) {
    const { chapters } = this.video
    const { t } = this.panel.translator
    if (chapters.length === 0) return nothing
    const now = chapters.findLastIndex(({ seconds }) => seconds <= this.#second)
    const isFile = this.#isFile(href)
    return html`<h2 class="small">${t('lesson.chapters')}</h2>
      <ol class="chapters">
        ${chapters.map(({ seconds, title }, at) => {
          const words = html`<span class="time" dir="ltr">${inFigures(seconds)}</span>${title}`
          if (!isFile) return html`<li class="chapter">${words}</li>`
          return html`<li>
            <button
              class="chapter"
              type="button"
              aria-current=${this.#isAsked && at === now ? 'true' : nothing}
              @click=${() => void this.#play(seconds)}
            >
              ${words}
            </button>
          </li>`
        })}
      </ol>`
  }

  #renderTranscript() {
    const { transcript } = this.video
    const { translator, baseUrl } = this.panel
    if (!transcript) return nothing
    return html`<details>
      <summary>${translator.t('lesson.transcript')}</summary>
      ${Object.assign(this.#text, { content: transcript, baseUrl, translator })}
    </details>`
  }
}

/** A picture that does not come leaves its place as it is. */
function hide(event: Event): void {
  ;(event.currentTarget as HTMLElement).hidden = true
}

declare global {
  interface HTMLElementTagNameMap {
    'waypost-lesson-video': LessonVideo
  }
}
