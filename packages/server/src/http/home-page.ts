/** What an operator sees at `/` of a server that has no page of its own there. */
export function homePage(siteName: string, publicUrl: string): Response {
  const name = escape(siteName)
  const links = ['/v1/settings', '/v1/search?q=invoice', '/v1/collections', '/v1/openapi.json']
  const list = links.map((path) => `<li><a href="${path}"><code>${escape(path)}</code></a></li>`)
  const html = `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${name} – Waypost</title>
<style>${STYLE}</style>
<main>
<p class="brand">Waypost</p>
<h1>${name} is being served</h1>
<p>This server answers at <code>${escape(publicUrl)}</code>. Try it:</p>
<ul>${list.join('')}</ul>
</main></html>`
  return new Response(html, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'",
      'X-Content-Type-Options': 'nosniff',
    },
  })
}

const STYLE = `:root{color-scheme:light dark;font:17px/1.6 system-ui,sans-serif}
main{max-width:34rem;margin:12vh auto;padding:0 1.5rem}h1{font-size:1.6rem;line-height:1.25;margin:.25rem 0 1rem}
.brand{margin:0;font-weight:600;color:light-dark(#0b6b66,#62c5bd)}li{margin:.35rem 0}
a{color:light-dark(#0b6b66,#62c5bd)}a:focus-visible{outline:2px solid;outline-offset:2px;border-radius:4px}`

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)
}
