import { html, nothing } from 'lit'
import type { Translator } from '../foundation/i18n.js'
import { editIcon, helpIcon, learnIcon, requestIcon } from '../ui/icons.js'
import type { Place } from './places.js'

export interface FootActions {
  current: string | undefined
  go: (place: Place) => void
}

const looks = {
  home: { icon: helpIcon, word: 'panel.help' },
  requests: { icon: requestIcon, word: 'panel.requests' },
  learn: { icon: learnIcon, word: 'panel.learn' },
  form: { icon: editIcon, word: 'panel.ask' },
} as const

/** What one can do next: the places of the panel, the thumb finds them always here. */
export function renderFoot(
  places: readonly Place[],
  { t }: Translator,
  { current, go }: FootActions,
) {
  return html`<nav class="foot" aria-label=${t('panel.help')}>
    ${places.map((place) => {
      const { icon, word } = looks[place]
      return html`<button
        class="place ${place === 'form' ? 'ask' : ''}"
        type="button"
        aria-current=${place === current ? 'page' : nothing}
        @click=${() => go(place)}
      >
        ${icon}<span>${t(word)}</span>
      </button>`
    })}
  </nav>`
}
