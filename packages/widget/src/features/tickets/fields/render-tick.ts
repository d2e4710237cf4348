import { html, nothing } from 'lit'
import { smallCheckIcon } from '../../../ui/icons.js'

export interface TickParts {
  name: string
  label: unknown
  isOn: boolean
  isRequired?: boolean
  /** What is wrong with it, which stands beside it. */
  why?: string | undefined
  describedBy?: string
  set: (isOn: boolean) => void
}

/** A box to tick, with its words: all of the line takes the finger. */
export function renderTick({ name, label, isOn, isRequired, why, describedBy, set }: TickParts) {
  const described = [why && `${name}-why`, describedBy].filter(Boolean).join(' ')
  return html`<label class="check">
    <input
      type="checkbox"
      id=${name}
      .checked=${isOn}
      aria-required=${isRequired ? 'true' : nothing}
      aria-invalid=${why ? 'true' : nothing}
      aria-describedby=${described || nothing}
      @change=${({ target }: Event) => set((target as HTMLInputElement).checked)}
    />
    <span class="tick">${smallCheckIcon}</span><span class="grow">${label}</span>
  </label>`
}
