import { tourScript } from './tour-script.js'

/**
 * @typedef {object} Place
 * @property {string} waypost address of the server of Waypost
 * @property {string} nonce
 * @property {boolean} without leaves our script out: how the page is when nobody else is there
 * @property {boolean} tour begins a tour of the page
 */

/**
 * The page of a host: the same few elements on each, and what makes this one hostile.
 *
 * @param {import('./hosts/host.js').Host} host
 * @param {Place} place
 */
export function hostPage(host, { waypost, nonce, without, tour }) {
  const { name, does, script, style, after = '', doctype = '<!doctype html>' } = host
  const { tag = '<script async src="WAYPOST/waypost.js"></script>' } = host
  const page = `${doctype}
<html lang="en" ${host.html ?? ''}>
<head>
<meta charset="utf-8"/>
<title>${name}</title>
<meta name="viewport" content="width=device-width${host.cover ? ', viewport-fit=cover' : ''}"/>
${script ? `<script>{${script}}</script>` : ''}
${style ? `<style>${style}</style>` : ''}
${without ? '' : tag}
</head>
<body ${host.body ?? ''}>
<header><a href="/">All hosts</a></header>
<main>
<h1>${name}</h1>
<p>${does}</p>
<p><button id="own" type="button">A button of the host</button> <label>A field <input/></label></p>
</main>
${after}
${tour ? `<script>${tourScript}</script>` : ''}
</body>
</html>`
  return page.replaceAll('WAYPOST', waypost).replaceAll('<script', `<script nonce="${nonce}"`)
}

/** @param {readonly import('./hosts/host.js').Host[]} hosts */
export function indexPage(hosts) {
  const rows = hosts.map(
    ({ name, does }) => `<dt><a href="${name}">${name}</a></dt><dd>${does}</dd>`,
  )
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Hostile hosts</title>
<meta name="viewport" content="width=device-width">
<style>
  :root { color-scheme: light dark; font: 1.05rem/1.5 system-ui, sans-serif; }
  body { max-inline-size: 46rem; margin: 4rem auto; padding: 0 1.5rem; }
  dd { margin: 0 0 0.75rem; }
</style>
<h1>Hostile hosts</h1>
<p>Pages that make it hard for a guest. Each has the widget in its corner.</p>
<dl>${rows.join('\n')}</dl>
</html>`
}
