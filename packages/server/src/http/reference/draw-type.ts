import { html, type SafeHtml } from '../../foundation/html.js'
import { nameIn, type Schema } from './open-api.js'

/** What kind of value a schema takes, in words; named schemas lead to where they are described. */
export function drawType(schema: Schema): SafeHtml {
  const { $ref, anyOf, items, type, format } = schema
  if ($ref !== undefined) {
    const name = nameIn($ref)
    return html`<a href="${`#${anchorOf(name)}`}">${name}</a>`
  }
  if (anyOf) return joined(anyOf.map(drawType), ' or ')
  if ('const' in schema) return code(schema.const)
  if (schema.enum) return html`one of ${joined(schema.enum.map(code), ' ')}`
  if (items) return html`list of ${drawType(items)}`
  if (format === 'date-time') return html`time, RFC 3339 in UTC`
  return html`${type ?? 'anything'}`
}

/** How long, how many, what it is when it is left out. */
export function limitsOf(schema: Schema): string {
  const { minLength, maxLength, minItems, maxItems, pattern } = schema
  const said = [
    range(minLength, maxLength, 'characters'),
    range(minItems, maxItems, 'entries'),
    pattern !== undefined && pattern.length <= 40 && `\`${pattern}\``,
    schema.default !== undefined && `\`${String(schema.default)}\` unless said`,
  ]
  return said.filter(Boolean).join(', ')
}

export const anchorOf = (schemaName: string): string => `schema-${schemaName}`

const code = (value: unknown): SafeHtml => html`<code>${String(value)}</code>`

function joined(parts: readonly SafeHtml[], between: string): SafeHtml {
  return html`${parts.map((part, at) => html`${at > 0 && between}${part}`)}`
}

function range(least: number | undefined, most: number | undefined, unit: string): string | false {
  if (most === undefined) return false
  const limit = `${most.toLocaleString('en')} ${unit}`
  return least !== undefined && least > 1 ? `${least} to ${limit}` : `at most ${limit}`
}
