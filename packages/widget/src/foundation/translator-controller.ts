import type { Messages } from '@waypost/sdk/contract'
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { englishWith, loadTranslator, nearestLanguage, type Translator } from './i18n.js'

type Host = ReactiveControllerHost & HTMLElement & { locale: string }

/** Gives an element the words of its `locale`, or of the page it stands on. */
export class TranslatorController implements ReactiveController {
  /** Missing until the words have come; English is there from the start. */
  current: Translator | undefined
  #language = ''
  #said: Messages | undefined
  readonly #host: Host
  readonly #own: () => Messages | undefined

  /** `own`: the host's words, by language. */
  constructor(host: Host, own: () => Messages | undefined = () => undefined) {
    this.#host = host
    this.#own = own
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
    const messages = this.#own()
    const language = nearestLanguage(this.wanted, messages)
    if (language === this.#language && messages === this.#said) return
    this.#language = language
    this.#said = messages
    if (language === 'en') this.current = englishWith(messages)
    else void this.#load(language, messages)
  }

  async #load(language: string, messages?: Messages): Promise<void> {
    const translator = await loadTranslator(language, messages)
    if (language !== this.#language || messages !== this.#said) return
    this.current = translator
    this.#host.requestUpdate()
  }
}
