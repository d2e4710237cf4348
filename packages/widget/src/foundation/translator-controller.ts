import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { english, loadTranslator, nearestLanguage, type Translator } from './i18n.js'

type Host = ReactiveControllerHost & HTMLElement & { locale: string }

/** Gives an element the words of its `locale`, or of the page it stands on. */
export class TranslatorController implements ReactiveController {
  /** Missing until the words have come; English is there from the start. */
  current: Translator | undefined
  #language = ''
  readonly #host: Host

  constructor(host: Host) {
    this.#host = host
    host.addController(this)
  }

  /** The locale that was asked for, whether we have words in it or not. */
  get wanted(): string {
    const host = this.#host
    if (host.locale) return host.locale
    const near = host.closest<HTMLElement>('[lang]')?.lang
    return near || document.documentElement.lang || navigator.language
  }

  hostUpdate(): void {
    const language = nearestLanguage(this.wanted)
    if (language === this.#language) return
    this.#language = language
    if (language === 'en') this.current = english
    else void this.#load(language)
  }

  async #load(language: string): Promise<void> {
    const translator = await loadTranslator(language)
    if (language !== this.#language) return
    this.current = translator
    this.#host.requestUpdate()
  }
}
