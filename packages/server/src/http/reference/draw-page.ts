import { html, type SafeHtml } from '../../foundation/html.js'
import { drawBasics } from './draw-basics.js'
import { drawAddress, drawExample, drawOperation } from './draw-operation.js'
import { drawSchema } from './draw-schema.js'
import { anchorOf } from './draw-type.js'
import { type OpenApi, operationsOf, schemaNamed } from './open-api.js'
import { sampleOf } from './sample.js'

/** Addresses of what the page loads and where it leads. */
export interface ReferenceLinks {
  readonly stylesheet: string
  readonly script: string
  readonly home: string
  readonly document: string
}

/** The whole API on one page, so that a browser's own search finds everything. */
export function drawPage(document: OpenApi, links: ReferenceLinks): SafeHtml {
  const { info } = document
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${info.title} HTTP API</title>
<meta name="description" content="${info.description}">
<meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="${links.stylesheet}">
<script type="module" src="${links.script}"></script>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header>
<p class="brand"><a href="${links.home}">${info.title}</a></p>
<p><a href="${links.document}">OpenAPI document</a></p>
</header>
<div class="page">
${drawContents(document)}
<main id="content" tabindex="-1">
<h1>HTTP API</h1>
<p class="lead">${info.description} Version ${info.version} only adds: ignore fields that you do not know, and take unknown options of a list as <code>other</code>.</p>
${drawBasics(document)}
${document.tags.map((tag) => drawTag(document, tag))}
<section id="schemas" aria-labelledby="schemas-title">
<h2 id="schemas-title">Schemas</h2>
${Object.keys(document.components.schemas).map((name) => drawNamed(document, name))}
</section>
</main>
</div>
</body>
</html>
`
}

type Tag = OpenApi['tags'][number]

const titleOf = ({ name }: Tag): string => name.charAt(0).toUpperCase() + name.slice(1)

/** Not the bare name: `search` is an operation, too. */
const anchorOfTag = ({ name }: Tag): string => `tag-${name}`

function drawContents(document: OpenApi): SafeHtml {
  return html`<nav aria-label="Contents">
<ul>
<li><a href="#basics">Basics</a></li>
<li><a href="#errors">Errors</a></li>
${document.tags.map(
  (tag) => html`<li><a href="${`#${anchorOfTag(tag)}`}">${titleOf(tag)}</a>
<ul>${operationsOf(document, tag.name).map(({ operationId, method }) => html`<li><a href="${`#${operationId}`}"><span class="method ${method.toLowerCase()}">${method}</span> ${operationId}</a></li>\n`)}</ul></li>\n`,
)}
<li><a href="#schemas">Schemas</a></li>
</ul>
</nav>`
}

function drawTag(document: OpenApi, tag: Tag): SafeHtml {
  const anchor = anchorOfTag(tag)
  const operations = operationsOf(document, tag.name)
  return html`<section id="${anchor}" aria-labelledby="${anchor}-title">
<h2 id="${anchor}-title">${titleOf(tag)}</h2>
<p>${tag.description}</p>
<ul class="routes">${operations.map((operation) => html`<li><a href="${`#${operation.operationId}`}">${drawAddress(operation)}</a></li>\n`)}</ul>
${operations.map((operation) => drawOperation(document, operation))}
</section>`
}

function drawNamed(document: OpenApi, name: string): SafeHtml {
  const anchor = anchorOf(name)
  const schema = schemaNamed(document, name)
  const sample = JSON.stringify(sampleOf(document, schema, '', name), null, 2)
  return html`<section class="operation" id="${anchor}" aria-labelledby="${anchor}-title">
<div class="told">
<h3 id="${anchor}-title">${name} <a class="anchor" href="${`#${anchor}`}" aria-label="Link to ${name}">#</a></h3>
${drawSchema(schema, name.startsWith('New') ? 'sent' : 'answered')}
</div>
<div class="examples">${drawExample(`Example of ${name}`, 'For example', sample)}</div>
</section>`
}
