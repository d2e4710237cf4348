import { html } from '../foundation/html.js'

const LINKS = ['/v1/settings', '/v1/search?q=invoice', '/v1/collections', '/v1/openapi.json']

/** What an operator sees at `/` of a server that has no page of its own there. */
export function homePage(siteName: string, publicUrl: string): Response {
  const page = html`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${siteName} – Waypost</title>
<style>
:root { color-scheme: light dark; font: 17px/1.6 system-ui, sans-serif }
main { max-width: 34rem; margin: 12vh auto; padding: 0 1.5rem }
h1 { font-size: 1.6rem; line-height: 1.25; margin: .25rem 0 1rem }
li { margin: .35rem 0 }
.brand { margin: 0; font-weight: 600 }
.brand, a { color: light-dark(#0b6b66, #62c5bd) }
a:focus-visible { outline: 2px solid; outline-offset: 2px; border-radius: 4px }
</style>
<main>
<p class="brand">Waypost</p>
<h1>${siteName} is being served</h1>
<p>This server answers at <code>${publicUrl}</code>. Try it:</p>
<ul>${LINKS.map((path) => html`<li><a href="${path}"><code>${path}</code></a></li>`)}</ul>
</main>
</html>
`
  return new Response(page.toString(), {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'",
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
