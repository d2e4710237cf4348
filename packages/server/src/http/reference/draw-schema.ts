import { html, type SafeHtml } from '../../foundation/html.js'
import { drawType, limitsOf } from './draw-type.js'
import type { Parameter, Schema } from './open-api.js'
import { drawWords } from './words.js'

/** Which way it goes: what a caller may leave out is said the other way round than what may be absent. */
export type Way = 'sent' | 'answered'

/** What a schema holds: its fields, its variants, or what kind of value it is. */
export function drawSchema(schema: Schema, way: Way): SafeHtml {
  if (schema.oneOf) {
    return html`<ul class="variants">${schema.oneOf.map((variant) => drawVariant(variant, way))}</ul>`
  }
  return drawFields(schema, way) || html`<p class="type">${drawType(schema)}</p>`
}

export function drawParameters(parameters: readonly Parameter[]): SafeHtml {
  const rows = parameters.map(({ name, required, schema, description, in: place }) => {
    const aside = html` <span class="place">in ${place}</span>${required && MUST}`
    return drawField(name, { ...schema, ...(description && { description }) }, 'sent', aside)
  })
  return html`<dl class="fields">${rows}</dl>`
}

/** One of several shapes, told apart by its `type`. */
function drawVariant(variant: Schema, way: Way): SafeHtml {
  const { type, ...others } = variant.properties ?? {}
  const fields = drawFields({ ...variant, properties: others }, way)
  const name = html`<code>${String(type?.const ?? variant.type)}</code>`
  if (!fields) return html`<li>${name}</li>`
  return html`<li><details><summary>${name}</summary>${fields}</details></li>`
}

const MUST = html` <span class="must">required</span>`
const MAY_LACK = html` <span class="place">may be absent</span>`

/** The fields of an object, those of objects inside it below them; nothing where there are none. */
function drawFields({ properties = {}, required = [] }: Schema, way: Way): SafeHtml | false {
  const fields = Object.entries(properties)
  if (fields.length === 0) return false
  const rows = fields.map(([name, field]) => {
    const isRequired = required.includes(name)
    const aside = way === 'sent' ? isRequired && MUST : !isRequired && MAY_LACK
    return drawField(name, field, way, aside)
  })
  return html`<dl class="fields">${rows}</dl>`
}

function drawField(name: string, schema: Schema, way: Way, aside: SafeHtml | false): SafeHtml {
  const { description } = schema
  const limits = limitsOf(schema)
  return html`<div>
<dt><code>${name}</code>${aside}</dt>
<dd><span class="type">${drawType(schema)}${limits && html`, ${drawWords(limits)}`}</span>${description !== undefined && html` <span class="means">${drawWords(description)}</span>`}${drawFields(innermost(schema), way)}</dd>
</div>`
}

/** The object in a list of objects, and in what may also be `null`. */
function innermost(schema: Schema): Schema {
  if (schema.items) return innermost(schema.items)
  const object = schema.anyOf?.find(({ properties }) => properties)
  return object ?? schema
}
