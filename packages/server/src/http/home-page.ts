import { html } from '../foundation/html.js'
import { scriptTag } from './script-tag.js'
import type { Site } from './site.js'

const LINKS = ['/v1/settings', '/v1/search?q=help', '/v1/collections', '/v1/openapi.json']

/** The widget of this very server may run on it, and nothing else. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

/** What an operator sees at `/` of a server that has no page of its own there: the widget, to try. */
export function homePage({ name, key }: Site, publicUrl: string): Response {
  // A proxy may show the server below a path: every link starts there.
  const top = new URL(publicUrl).pathname.replace(/\/$/, '')
  const page = html`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${name} – Waypost</title>
<style>
:root { color-scheme: light dark; font: 17px/1.6 system-ui, sans-serif }
main { max-width: 34rem; margin: 12vh auto; padding: 0 1.5rem }
h1 { font-size: 1.6rem; line-height: 1.25; margin: .25rem 0 1rem }
li { margin: .35rem 0 }
pre { overflow-x: auto; padding: .75rem 1rem; border: 1px solid; border-radius: 8px; font-size: .85rem }
.brand { margin: 0; font-weight: 600 }
.brand, a { color: light-dark(#0b6b66, #62c5bd) }
a:focus-visible, pre:focus-visible { outline: 2px solid; outline-offset: 2px; border-radius: 4px }
</style>
<main>
<p class="brand">Waypost</p>
<h1>${name} is being served</h1>
<p>Press <b>Help</b> in the corner: that is the widget. The same articles as pages are the
<a href="${top}/help">help centre</a>. For a page of yours, paste this before
<code>&lt;/body&gt;</code>:</p>
<pre tabindex="0"><code>${scriptTag(publicUrl, key)}</code></pre>
<p>The page’s address must stand in <code>origins</code> of the configuration; any port of this
machine may already call where it says <code>loopback</code>.</p>
<p>The API answers at <code>${publicUrl}</code>, and is described at
<a href="${top}/docs/api"><code>/docs/api</code></a>:</p>
<ul>${LINKS.map((path) => html`<li><a href="${top}${path}"><code>${path}</code></a></li>`)}</ul>
</main>
<script async src="${top}/waypost.js" data-site="${key}"></script>
</html>
`
  return new Response(page.toString(), {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': POLICY,
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
