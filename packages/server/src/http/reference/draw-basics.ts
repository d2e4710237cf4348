import { type ErrorCode, errorCodes, errorTitles, fieldCodes } from '@waypost/sdk/contract'
import { html, type SafeHtml } from '../../foundation/html.js'
import { drawExample } from './draw-operation.js'
import type { OpenApi } from './open-api.js'

/** What holds for every operation. */
export function drawBasics({ servers }: OpenApi): SafeHtml {
  const url = servers[0]?.url ?? ''
  return html`<section id="basics" aria-labelledby="basics-title">
<h2 id="basics-title">Basics</h2>
<p>JSON in UTF-8 over HTTP, at <code>${url}</code>. Times are RFC 3339 in UTC.</p>
<dl class="fields">
<div><dt>Site</dt><dd><code>?site=</code> names the site by its public key. A session or ticket token implies its site; without either, the first site is meant.</dd></div>
<div><dt>Locale</dt><dd><code>?locale=</code> takes a BCP 47 tag. The nearest locale that has articles answers, and <code>Content-Language</code> says which.</dd></div>
<div><dt>Tokens</dt><dd>go into <code>Authorization: Bearer</code>. <code>wps_…</code> is a <a href="#createSession">session</a>, <code>wpt_…</code> opens the one <a href="#createTicket">ticket</a> that it came with, <code>wpa_…</code> is an agent’s, from <code>waypost agent add</code>. In the examples they stand in <code>$SESSION</code> and <code>$AGENT</code>.</dd></div>
<div><dt>Lists</dt><dd>are <code>items</code> and <code>nextCursor</code>, which is <code>null</code> at the end. A cursor is opaque.</dd></div>
<div><dt>Once</dt><dd>A ticket, message or note that is sent again with the same <code>Idempotency-Key</code> is answered with what the first call made.</dd></div>
<div><dt>Pages</dt><dd>of other origins may call when their origin stands in <code>origins</code> of the site. There are no cookies. A call without <code>Origin</code> is no browser and is served.</dd></div>
</dl>
${drawExample('First call', 'A first call', `curl '${url}/v1/search?q=help'`)}
</section>
<section id="errors" aria-labelledby="errors-title">
<h2 id="errors-title">Errors</h2>
<p>Every error is <code>application/problem+json</code> (RFC 9457), a <a href="#schema-Problem">Problem</a> with a stable <code>code</code>.</p>
<div class="table" tabindex="0" role="region" aria-label="Error codes">
<table>
<thead><tr><th scope="col">Status</th><th scope="col">Code</th><th scope="col">Means</th></tr></thead>
<tbody>
${drawCodes()}</tbody>
</table>
</div>
<p>Fields that are wrong carry one of ${fieldCodes.map((code) => html`<code>${code}</code> `)}</p>
</section>`
}

/** By status. Those that only a client meets come from no server. */
function drawCodes(): SafeHtml[] {
  return (Object.entries(errorCodes) as [ErrorCode, number][])
    .filter(([, status]) => status > 0)
    .sort(([, one], [, other]) => one - other)
    .map(
      ([code, status]) =>
        html`<tr><td><code>${status}</code></td><td><code>${code}</code></td><td>${errorTitles[code]}</td></tr>\n`,
    )
}
