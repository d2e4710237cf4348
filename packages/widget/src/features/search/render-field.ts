import { html, nothing, svg } from 'lit'
import type { Translator } from '../../foundation/i18n.js'
import { icon, searchIcon } from '../../ui/icons.js'

const closeIcon = icon(svg`<path d="m5 5 10 10M15 5 5 15"/>`, 's')

export interface FieldContext {
  words: string
  slow: boolean
  translator: Translator
  typed: (words: string) => void
  clear: () => void
  submit: () => void
}

/** The field to search with; its button empties it, a wheel stands there while one waits. */
export function renderField({ words, slow, translator: { t }, ...actions }: FieldContext) {
  const typed = (event: InputEvent) => actions.typed((event.target as HTMLInputElement).value)
  const submitted = (event: SubmitEvent) => {
    event.preventDefault()
    actions.submit()
  }
  return html`<form role="search" @submit=${submitted}>
    <label class="sr" for="words">${t('search.label')}</label>
    <div class="find" part="field">
      ${searchIcon}
      <input
        id="words"
        type="search"
        .value=${words}
        placeholder=${t('search.label')}
        maxlength="1000"
        autocomplete="off"
        autocapitalize="off"
        enterkeyhint="search"
        data-focus
        @input=${typed}
      />
      ${
        slow
          ? html`<span class="wait"><span class="spin"></span></span>`
          : words
            ? html`<button
                class="tool"
                type="button"
                aria-label=${t('search.clear')}
                @click=${actions.clear}
              >
                ${closeIcon}
              </button>`
            : nothing
      }
    </div>
  </form>`
}
