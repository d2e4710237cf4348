import { describe, expect, it } from 'vitest'
import { openApiDocument } from '../http/openapi.js'
import {
  nameIn,
  type OpenApi,
  type Operation,
  type Schema,
  schemaNamed,
} from '../http/reference/open-api.js'

const document = openApiDocument('https://help.example.com') as unknown as OpenApi

/** Words that need no number: their shape says how long they can be at most. */
const isBounded = ({ enum: options, pattern, format, ...schema }: Schema): boolean =>
  'const' in schema ||
  options !== undefined ||
  'maxLength' in schema ||
  format === 'date-time' ||
  (pattern !== undefined && !/[*+](?!\?)|\{\d+,\}/.test(pattern))

/** Every place in an input that could take as much as somebody likes to send. */
function* boundless(schema: Schema, path: string, seen: readonly string[] = []): Generator<string> {
  const { $ref, anyOf, oneOf, allOf, items, properties, additionalProperties } =
    schema as Schema & {
      allOf?: Schema[]
      additionalProperties?: Schema | boolean
    }
  if ($ref !== undefined) {
    const name = nameIn($ref)
    if (seen.includes(name)) yield `${path}: as deep as somebody likes`
    else yield* boundless(schemaNamed(document, name), path, [...seen, name])
    return
  }
  for (const variant of [...(anyOf ?? []), ...(oneOf ?? []), ...(allOf ?? [])]) {
    yield* boundless(variant, path, seen)
  }
  if (schema.type === 'string' && !isBounded(schema)) yield `${path}: a text without an end`
  if (schema.type === 'array') {
    if (!('maxItems' in schema)) yield `${path}: a list without an end`
    if (items) yield* boundless(items, `${path}[]`, seen)
  }
  for (const [name, inside] of Object.entries(properties ?? {})) {
    yield* boundless(inside, `${path}.${name}`, seen)
  }
  if (typeof additionalProperties === 'object') {
    yield* boundless(additionalProperties, `${path}.*`, seen)
  }
}

describe('every input has a ceiling', () => {
  it('in every body and every query', () => {
    const faults: string[] = []
    let count = 0
    for (const item of Object.values(document.paths)) {
      const operations = Object.values(item) as Operation[]
      for (const { operationId, parameters = [], requestBody } of operations) {
        for (const { name, schema } of parameters) {
          count += 1
          faults.push(...boundless(schema, `${operationId}?${name}`))
        }
        const body = requestBody?.content['application/json']?.schema
        if (body) faults.push(...boundless(body, operationId))
      }
    }
    expect(count).toBeGreaterThan(30)
    expect(faults).toEqual([])
  })
})
