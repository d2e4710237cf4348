import { html, type SafeHtml } from '../../foundation/html.js'
import { curlOf } from './curl.js'
import { drawParameters, drawSchema } from './draw-schema.js'
import { drawType } from './draw-type.js'
import {
  type Answered,
  bodyIn,
  jsonIn,
  nameIn,
  type OpenApi,
  type Operation,
  type Schema,
  schemaNamed,
  streamIn,
} from './open-api.js'
import { sampleOf } from './sample.js'
import { drawWords } from './words.js'

/** One operation: what it does, takes and answers, and a call to paste. */
export function drawOperation(document: OpenApi, operation: Operation): SafeHtml {
  const { operationId, summary, description, parameters = [], requestBody } = operation
  const body = bodyIn(requestBody?.content)
  return html`<section class="operation" id="${operationId}" aria-labelledby="${operationId}-title">
<div class="told">
<h3 id="${operationId}-title">${drawWords(summary)} <a class="anchor" href="${`#${operationId}`}" aria-label="Link to ${operationId}">#</a></h3>
<p class="address">${drawAddress(operation)}</p>
${description !== undefined && html`<p>${drawWords(description)}</p>`}
${parameters.length > 0 && html`<h4>Parameters</h4>\n${drawParameters(parameters)}`}
${body && drawBody(document, body)}
${drawAnswers(operation)}
</div>
${drawExamples(document, operation)}
</section>`
}

/** Method and path, where a line may break after each slash. */
export function drawAddress({ method, path }: Operation): SafeHtml {
  const parts = path.split(/(?<=.\/)/)
  return html`<code class="method ${method.toLowerCase()}">${method}</code> <code>${parts.map((part, at) => html`${at > 0 && html`<wbr>`}${part}`)}</code>`
}

/** What is sent, field by field, also where it has a name: one need not look it up. */
function drawBody(document: OpenApi, body: Schema): SafeHtml {
  const schema = body.$ref === undefined ? body : schemaNamed(document, nameIn(body.$ref))
  return html`<h4>Body${body.$ref !== undefined && html`: ${drawType(body)}`}</h4>
${drawSchema(schema, 'sent')}`
}

function drawAnswers({ responses }: Operation): SafeHtml {
  const all = Object.entries(responses).filter(([status]) => status !== 'default')
  const isGood = ([status]: readonly [string, Answered]) => status.startsWith('2')
  return html`<h4>Answer</h4>
${all.filter(isGood).map(([status, { content }]) => drawAnswer(status, content))}
<h4>Problems</h4>
<dl class="problems">${all.filter((answered) => !isGood(answered)).map(drawProblem)}</dl>`
}

function drawAnswer(status: string, content: Answered['content']): SafeHtml {
  const told = streamIn(content)
  if (told) {
    return html`<p><code>${status}</code> a stream of server-sent events, the data of each of which is ${drawType(told)}</p>`
  }
  const schema = jsonIn(content)
  if (!schema) return html`<p><code>${status}</code> with nothing in it</p>`
  if (schema.$ref !== undefined) return html`<p><code>${status}</code> ${drawType(schema)}</p>`
  return html`<p><code>${status}</code></p>\n${drawSchema(schema, 'answered')}`
}

function drawProblem([status, { description }]: readonly [string, Answered]): SafeHtml {
  return html`<div><dt><code>${status}</code></dt><dd>${drawWords(description ?? '')}</dd></div>\n`
}

function drawExamples(document: OpenApi, operation: Operation): SafeHtml {
  const { operationId, responses } = operation
  const [schema] = Object.values(responses).flatMap(({ content }) => jsonIn(content) ?? [])
  const answer = schema && sampleOf(document, schema, '', operationId)
  return html`<div class="examples">
${drawExample(`Call of ${operationId}`, 'A call', curlOf(document, operation))}
${schema && drawExample(`Answer of ${operationId}`, 'An answer', JSON.stringify(answer, null, 2))}
</div>`
}

/** Code that scrolls by itself, and can be reached and taken along with the keyboard. */
export function drawExample(label: string, title: string, code: string): SafeHtml {
  return html`<figure class="example">
<figcaption>${title}</figcaption>
<pre tabindex="0" role="region" aria-label="${label}"><code>${code}</code></pre>
</figure>`
}
