import { isWaypostError } from '@waypost/sdk/contract'
import { html } from '../../foundation/html.js'
import type { MessageKey } from '../../messages/catalogue.js'
import { retryAfterOf } from '../error-response.js'
import { alertIcon, editIcon } from './icons.js'
import type { PageView, Visit } from './page.js'
import { drawSearchForm } from './search-form.js'

type Trouble = 'not-found' | 'method' | 'foreign' | 'too-large' | 'busy' | 'failed' | 'refused'

/** What a reader sees where a page was to be: what is, then what to do. */
export function errorPage(visit: Visit, error: unknown): PageView & { status: number } {
  const status = isWaypostError(error) && error.status > 0 ? error.status : 500
  const isForeign = isWaypostError(error, 'origin_not_allowed')
  const trouble = isForeign ? 'foreign' : troubleOf(status)
  const { words, paths, locale, canAsk } = visit
  const title = words.t(`error.${trouble}.title` satisfies MessageKey)
  const retryAfter = retryAfterOf(error)
  return {
    title,
    status,
    search: false,
    cache: 'none',
    ...(retryAfter !== undefined && { headers: { 'Retry-After': String(retryAfter) } }),
    main: html`<div class="wrap narrow-page trouble">
<span class="mark">${alertIcon}</span>
<h1 class="title1">${title}</h1>
<p class="lead">${words.t(`error.${trouble}` satisfies MessageKey)}</p>
${drawSearchForm(visit, { size: 'large' })}
<p class="line"><a class="btn" href="${paths.home(locale.tag)}">${words.t('error.home')}</a>
${canAsk && html`<a class="btn" href="${paths.contact(locale.tag)}">${editIcon}${words.t('site.ask')}</a>`}</p>
</div>`,
  }
}

function troubleOf(status: number): Trouble {
  if (status === 404) return 'not-found'
  if (status === 405) return 'method'
  if (status === 413) return 'too-large'
  if (status === 429) return 'busy'
  return status >= 500 ? 'failed' : 'refused'
}
