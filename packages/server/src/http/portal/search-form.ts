import { attribute, html, type SafeHtml } from '../../foundation/html.js'
import { nextIcon, searchIcon } from './icons.js'
import type { PageView, Visit } from './page.js'

export interface SearchFormOptions {
  /** `small` stands in the masthead, `large` on home and on the search page. */
  readonly size: 'small' | 'large'
  /** What was searched for. */
  readonly words?: string
  readonly hint?: string
  /** Only where searching is all that the page is for. */
  readonly autofocus?: boolean
}

/** A field that leads to the results page: an ordinary form, so it works without any script. */
export function drawSearchForm(
  { words: say, locale, paths }: Visit,
  form: SearchFormOptions,
): SafeHtml {
  const label = say.t('find.label')
  const id = `_find-${form.size}`
  return html`<form class="find ${form.size}" role="search" action="${paths.search(locale.tag)}" method="get">
${searchIcon}<label class="sr" for="${id}">${label}</label>
<input id="${id}" name="q" type="search" enterkeyhint="search" autocomplete="off" maxlength="200" placeholder="${form.hint ?? label}"${attribute('value', form.words)}${form.autofocus === true && html` autofocus`}>
${form.size === 'large' && html`<button class="btn main"><span>${say.t('find.submit')}</span>${nextIcon}</button>`}
</form>`
}

/** Whether the masthead holds a field: not where the page has its own. */
export const hasField = (view: PageView): boolean => view.search !== false
