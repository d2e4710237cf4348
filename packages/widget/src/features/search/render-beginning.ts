import { html, nothing, svg } from 'lit'
import { nameOf } from '../../foundation/hit.js'
import type { Translator } from '../../foundation/i18n.js'
import type { Suggested } from '../../foundation/list-suggested.js'
import { safeHref } from '../../foundation/safe-href.js'
import { sameLanguage } from '../../foundation/same-language.js'
import { icon, learnIcon } from '../../ui/icons.js'
import type { ResultsContext } from './render-results.js'

const clockIcon = icon(svg`<circle cx="10" cy="10" r="7"/><path d="M10 6v4.25l2.75 1.6"/>`)
const articleIcon = icon(
  svg`<path d="M5.75 2.9h8.5c.8 0 1.5.7 1.5 1.5v11.2c0 .8-.7 1.5-1.5 1.5h-8.5c-.8 0-1.5-.7-1.5-1.5V4.4c0-.8.7-1.5 1.5-1.5Z"/><path d="M7.25 6.75h5.5M7.25 10h5.5M7.25 13.25h3"/>`,
  'flip',
)

/** What the person searched for before. */
export function renderBefore(
  searched: readonly string[],
  { t }: Translator,
  { search, forget }: { search: (words: string) => void; forget: () => void },
) {
  if (searched.length === 0) return nothing
  return html`<section class="list">
    <header>
      <h2 id="before">${t('search.before')}</h2>
      <button class="more" type="button" @click=${forget}>${t('search.clear')}</button>
    </header>
    <ul aria-labelledby="before">
      ${searched.map(
        (words) => html`<li>
          <button class="row" type="button" @click=${() => search(words)}>
            ${clockIcon}<bdi>${words}</bdi>
          </button>
        </li>`,
      )}
    </ul>
  </section>`
}

/** What the host's page is about, or what there is to begin with. */
export function renderPage(
  suggested: Suggested | undefined,
  { translator, baseUrl, chosen }: Pick<ResultsContext, 'translator' | 'baseUrl' | 'chosen'>,
) {
  if (!suggested?.items.length) return nothing
  const { items, forPage } = suggested
  return html`<section class="list">
    <header><h2 id="page">${translator.t(forPage ? 'home.page' : 'home.browse')}</h2></header>
    <ul aria-labelledby="page">
      ${items.map(
        (hit, at) => html`<li>
          <a
            class="row"
            href=${safeHref(hit.url, baseUrl) ?? nothing}
            lang=${sameLanguage(hit.locale, translator.locale) ? nothing : hit.locale}
            @click=${(event: MouseEvent) => chosen(event, hit, at + 1)}
          >
            ${'minutes' in hit ? learnIcon : articleIcon}${nameOf(hit, translator.t)}
          </a>
        </li>`,
      )}
    </ul>
  </section>`
}
