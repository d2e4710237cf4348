import type { TicketContext } from '@waypost/sdk/contract'
import { css, html } from 'lit'
import type { PanelContext } from '../../foundation/panel-context.js'
import { timeLocale } from '../../foundation/when.js'
import { renderTick } from './fields/render-tick.js'
import { tick } from './fields/tick.styles.js'
import type { FormSide } from './form-side.js'
import type { ContextPart, ContextParts } from './ticket-context.js'

export { learnFormMore as learn } from '../../foundation/learn-form-more.js'

export const alongStyles = [
  tick,
  css`
    .along .check { min-block-size: 44px; }
    .parts { list-style: none; margin-block-start: var(--wp-1); }
    .parts .two { display: grid; gap: 0; }
  `,
]

/** Every piece that there is, as it goes along, with a tick that takes it out. */
export function renderAlong(form: FormSide, panel: PanelContext, parts: ContextParts) {
  const { t } = panel.translator
  const { without = [] } = form.words
  const names = Object.keys(parts) as ContextPart[]
  const there = names.filter((name) => Object.keys(parts[name]).length > 0)
  const set = (name: ContextPart, isOn: boolean) => {
    const others = without.filter((each) => each !== name)
    form.change({ without: isOn ? others : [...others, name] })
  }
  return html`<p class="small quiet">${t('form.along.hint')}</p>
    <ul class="parts">
      ${there.map(
        (name) => html`<li>
          ${renderTick({
            name: `along-${name}`,
            label: html`<span class="two"
              ><span>${t(`form.along.${name}`)}</span>
              ${say(name, parts[name], panel).map(
                (line) => html` <span class="small quiet" dir="auto">${line}</span>`,
              )}</span
            >`,
            isOn: !without.includes(name),
            set: (isOn) => set(name, isOn),
          })}
        </li>`,
      )}
    </ul>`
}

/** What it holds, word for word; a language and an article by the name that people know. */
function say(name: ContextPart, part: TicketContext, panel: PanelContext): readonly string[] {
  const { url, title, locale, userAgent, appVersion, searches, articles, errors } = part
  if (name === 'language') return [nameOfLanguage(locale ?? '', timeLocale(panel))]
  if (name === 'articles') return (articles ?? []).map((id) => panel.keep.read?.get(id) ?? id)
  const lines = [title, url, userAgent, appVersion, ...(searches ?? []), ...(errors ?? [])]
  return lines.filter((line) => line !== undefined)
}

function nameOfLanguage(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}
